package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.VisibleText;
import java.util.Optional;
import java.util.function.Consumer;

/** One mistake in a declaration, as a sentence without its end. */
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
