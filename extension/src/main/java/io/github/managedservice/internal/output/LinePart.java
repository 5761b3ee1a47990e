package io.github.managedservice.internal.output;

/** Which part of a line a reader gives: all of it, or one of several that overlap, where it is very long. */
enum LinePart {
    WHOLE(true, true),
    FIRST(true, false),
    NEXT(false, false),
    LAST(false, true);

    private final boolean begins;
    private final boolean ends;

    LinePart(boolean begins, boolean ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** Whether the line begins where the part does. */
    boolean begins() {
        return begins;
    }

    /** Whether the line ends where the part does. */
    boolean ends() {
        return ends;
    }
}
