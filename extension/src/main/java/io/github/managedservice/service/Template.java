package io.github.managedservice.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A text with placeholders: <code>${NAME}</code>, <code>${NAME:-default}</code>; <code>$${</code> is a literal <code>${</code>. */
record Template(String source, List<Part> parts) {

    private static final String OPEN = "${";
    private static final String ESCAPED_OPEN = "$${";
    private static final String DEFAULT = ":-";

    /** A piece of the text. */
    sealed interface Part permits Text, Reference {}

    record Text(String text) implements Part {}

    record Reference(String name, Optional<Template> fallback) implements Part {}

    Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if a placeholder has no end or no name
     */
    static Template parse(String source) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith(ESCAPED_OPEN, at)) {
                text.append(OPEN);
                at += ESCAPED_OPEN.length();
            } else if (source.startsWith(OPEN, at)) {
                int end = closingBrace(source, at);
                parts.add(new Text(text.toString()));
                text.setLength(0);
                parts.add(reference(source.substring(at + OPEN.length(), end), at));
                at = end + 1;
            } else {
                text.append(source.charAt(at++));
            }
        }
        parts.add(new Text(text.toString()));
        return new Template(source, parts);
    }

    private static Reference reference(String inside, int at) {
        int colon = inside.indexOf(DEFAULT);
        String name = colon < 0 ? inside : inside.substring(0, colon);
        if (name.isBlank()) {
            throw new IllegalArgumentException("the placeholder at index " + at + " has no name");
        }
        Optional<Template> fallback =
                colon < 0 ? Optional.empty() : Optional.of(parse(inside.substring(colon + DEFAULT.length())));
        return new Reference(name, fallback);
    }

    /** Finds the brace that closes the placeholder opened at an index; a default may hold placeholders itself. */
    private static int closingBrace(String source, int open) {
        int depth = 0;
        for (int at = open; at < source.length(); at++) {
            if (source.startsWith(OPEN, at)) {
                depth++;
            } else if (source.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("the placeholder at index " + open + " has no closing '}'");
    }

    /** The names of all placeholders, those in defaults included, in the order of the text. */
    List<String> names() {
        return references().map(Reference::name).toList();
    }

    Stream<Reference> references() {
        return parts.stream()
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .flatMap(reference -> Stream.concat(
                        Stream.of(reference), reference.fallback().stream().flatMap(Template::references)));
    }

    /**
     * Replaces every placeholder.
     *
     * @param values answers a name with its value, or with nothing if the name is known but has no value now; throws
     *     {@code IllegalArgumentException} for an unknown name
     */
    String fill(Function<String, Optional<String>> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text text) {
                filled.append(text.text());
            } else if (part instanceof Reference reference) {
                filled.append(fill(reference, values));
            }
        }
        return filled.toString();
    }

    private static String fill(Reference reference, Function<String, Optional<String>> values) {
        return values.apply(reference.name())
                .or(() -> reference.fallback().map(fallback -> fallback.fill(values)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'${%s}' has no value here; a default can be given: '${%1$s:-…}'".formatted(reference.name())));
    }
}
