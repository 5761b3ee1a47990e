package io.github.managedservice.internal.declaration;

import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** A template that knows the element it stands in, and the position of its characters in the value. */
public record DeclaredText(String element, String value, Template template, IntUnaryOperator position) {

    public static DeclaredText read(String element, String value, Consumer<DeclarationProblem> problems) {
        return read(element, value, value, IntUnaryOperator.identity(), problems);
    }

    public static DeclaredText read(
            String element,
            String value,
            String part,
            IntUnaryOperator position,
            Consumer<DeclarationProblem> problems) {
        Template template = Template.parse(
                part,
                fault -> problems.accept(DeclarationProblem.in(
                        quotation(element, value, position, fault.start(), fault.end()), fault.what())));
        int end = part.indexOf('\0');
        if (end >= 0) {
            problems.accept(DeclarationProblem.in(
                    quotation(element, value, position, end, end + 1), "the character \\u0000 cannot stand here"));
        }
        return new DeclaredText(element, value, template, position);
    }

    /** A template of which no more is known than what it says. */
    static DeclaredText of(String element, Template template) {
        return new DeclaredText(element, template.source(), template, IntUnaryOperator.identity());
    }

    public Quotation quotation(int start, int end) {
        return quotation(element, value, position, start, end);
    }

    private static Quotation quotation(String element, String value, IntUnaryOperator position, int start, int end) {
        return Quotation.part(element, value, position.applyAsInt(start), position.applyAsInt(end - 1) + 1);
    }
}
