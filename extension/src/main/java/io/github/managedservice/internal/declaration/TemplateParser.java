package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.declaration.Template.Fault;
import io.github.managedservice.internal.declaration.Template.Part;
import io.github.managedservice.internal.declaration.Template.Reference;
import io.github.managedservice.internal.declaration.Template.Text;
import io.github.managedservice.internal.text.Braces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the placeholders of a text; what is no placeholder is told, and read as well as can be. */
final class TemplateParser {

    private static final String OPEN = "${";
    private static final String ESCAPED_OPEN = "$${";
    private static final String DEFAULT = ":-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]*+");

    /** Far more than anyone writes, and far less than overflows a stack. */
    private static final int DEEPEST = 100;

    private final String source;
    private final Braces braces;
    private final Consumer<Fault> faults;

    TemplateParser(String source, Consumer<Fault> faults) {
        this.source = source;
        this.braces = new Braces(source);
        this.faults = faults;
    }

    Template template() {
        return template(0, source.length(), 0);
    }

    private Template template(int from, int to, int depth) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < to) {
            if (source.startsWith(ESCAPED_OPEN, at)) {
                text.append(OPEN);
                at += ESCAPED_OPEN.length();
            } else if (source.startsWith(OPEN, at)) {
                parts.add(new Text(text.toString()));
                text.setLength(0);
                Reference reference = braces.isClosed(at) ? reference(at, depth) : unclosed(at);
                parts.add(reference);
                at = reference.end();
            } else {
                text.append(source.charAt(at++));
            }
        }
        parts.add(new Text(text.toString()));
        return new Template(source.substring(from, to), parts);
    }

    private Reference reference(int open, int depth) {
        int brace = braces.closing(open);
        int inside = open + OPEN.length();
        int colon = source.substring(inside, brace).indexOf(DEFAULT);
        int nameEnd = colon < 0 ? brace : inside + colon;
        String name = source.substring(inside, nameEnd);
        if (name.isBlank()) {
            faults.accept(new Fault("the placeholder has no name", open, brace + 1));
        }
        Optional<Template> fallback =
                colon < 0 ? Optional.empty() : Optional.of(fallback(nameEnd + DEFAULT.length(), brace, depth + 1));
        return new Reference(name, fallback, open, brace + 1);
    }

    private Template fallback(int from, int to, int depth) {
        if (depth > DEEPEST) {
            faults.accept(new Fault("placeholders nest deeper than " + DEEPEST + " levels", from, to));
            return new Template("", List.of());
        }
        return template(from, to, depth);
    }

    /** It is taken to end with its name, so that the rest of the text is looked at too. */
    private Reference unclosed(int open) {
        Matcher name = NAME.matcher(source).region(open + OPEN.length(), source.length());
        int end = name.lookingAt() ? name.end() : open + OPEN.length();
        faults.accept(new Fault("the placeholder has no closing '}'", open, end));
        return new Reference(source.substring(open + OPEN.length(), end), Optional.empty(), open, end);
    }
}
