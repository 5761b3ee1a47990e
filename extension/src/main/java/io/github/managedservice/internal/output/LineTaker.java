package io.github.managedservice.internal.output;

import java.util.function.Consumer;

/** Takes lines, a very long one in parts that overlap. */
@FunctionalInterface
interface LineTaker {

    /** Takes none. */
    LineTaker NONE = (line, part) -> false;

    /**
     * Looks at a line, or at a part of it.
     *
     * @return whether it is done with that line, so that nothing more of it is given
     */
    boolean take(OutputLine line, LinePart part);

    /** Gives each line once, without the rest of a very long one. */
    static LineTaker once(Consumer<OutputLine> lines) {
        return (line, part) -> {
            lines.accept(line);
            return true;
        };
    }
}
