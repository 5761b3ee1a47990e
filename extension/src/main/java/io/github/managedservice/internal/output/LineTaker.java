package io.github.managedservice.internal.output;

import java.util.function.Consumer;

/** Takes lines, a very long one in parts that overlap. */
@FunctionalInterface
interface LineTaker {

    LineTaker NONE = (line, part) -> false;

    /** Returns whether the taker is done with this line, so that it needs no more parts of it. */
    boolean take(OutputLine line, Part part);

    /** Takes each line once, without the rest of a very long one. */
    static LineTaker once(Consumer<OutputLine> lines) {
        return (line, part) -> {
            lines.accept(line);
            return true;
        };
    }

    enum Part {
        WHOLE,
        FIRST,
        NEXT,
        LAST;

        boolean beginsLine() {
            return this == WHOLE || this == FIRST;
        }

        boolean endsLine() {
            return this == WHOLE || this == LAST;
        }
    }
}
