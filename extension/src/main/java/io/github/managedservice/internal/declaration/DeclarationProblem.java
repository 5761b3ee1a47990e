package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.VisibleText;
import java.util.Optional;
import java.util.function.Consumer;

/** A problem of a declaration, as a sentence without its final dot. */
public record DeclarationProblem(String what, Optional<Quotation> quotation, String note) {

    /** For where there is nobody to collect them: throws the first. */
    public static final Consumer<DeclarationProblem> THROW = problem -> {
        throw new IllegalArgumentException(VisibleText.of(problem.text()));
    };

    public static DeclarationProblem in(Quotation quotation, String what) {
        return new DeclarationProblem(what, Optional.of(quotation), "");
    }

    DeclarationProblem withNote(String added) {
        return new DeclarationProblem(what, quotation, added);
    }

    String text() {
        return text("");
    }

    /** The same, all lines but the first moved to the right. */
    String text(String indent) {
        return what
                + quotation.map(quoted -> "\n" + quoted.text(indent + "  ")).orElse("")
                + (note.isEmpty() ? "" : "\n" + indent + "  " + note);
    }
}
