package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.VisibleText;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One thing in a declaration that cannot be.
 *
 * @param what what is wrong, in one sentence without its end
 * @param quotation where
 * @param note what else helps; may be empty
 */
public record Mistake(String what, Optional<Quotation> quotation, String note) {

    /** For where there is nobody to collect them: throws the first. */
    public static final Consumer<Mistake> THROW = mistake -> {
        throw new IllegalArgumentException(VisibleText.of(mistake.text()));
    };

    public static Mistake in(Quotation quotation, String what) {
        return new Mistake(what, Optional.of(quotation), "");
    }

    Mistake withNote(String added) {
        return new Mistake(what, quotation, added);
    }

    /** All of it, on one line or on several. */
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
