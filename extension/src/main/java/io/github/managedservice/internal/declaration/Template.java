package io.github.managedservice.internal.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A text with placeholders: <code>${NAME}</code>, <code>${NAME:-default}</code>; <code>$${</code> is a literal <code>${</code>. */
public record Template(String source, List<Part> parts) {

    sealed interface Part permits Text, Reference {}

    record Text(String text) implements Part {}

    /** Start and end are indexes in the whole text. */
    record Reference(String name, Optional<Template> fallback, int start, int end) implements Part {}

    /** What is wrong, as the end of a sentence, from one index to before another. */
    public record Fault(String what, int start, int end) {}

    public Template {
        parts = List.copyOf(parts);
    }

    public static Template parse(String source) {
        return DeclaredText.read("template", source, DeclarationProblem.THROW).template();
    }

    public static Template parse(String source, Consumer<Fault> faults) {
        return new TemplateParser(source, faults).template();
    }

    /** The names of all placeholders, those in defaults included, in the order of the text. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Reference reference : references()) {
            names.add(reference.name());
        }
        return names;
    }

    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Reference reference) {
                references.add(reference);
                if (reference.fallback().isPresent()) {
                    references.addAll(reference.fallback().get().references());
                }
            }
        }
        return references;
    }

    /** A known name may have no value; for an unknown one {@code values} throws {@code IllegalArgumentException}. */
    public String fill(Function<String, Optional<String>> values) {
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
        Optional<String> value = values.apply(reference.name());
        if (value.isPresent()) {
            return value.get();
        }
        if (reference.fallback().isPresent()) {
            return reference.fallback().get().fill(values);
        }
        throw new IllegalArgumentException(
                "'${%s}' has no value here; a default can be given: '${%1$s:-…}'".formatted(reference.name()));
    }
}
