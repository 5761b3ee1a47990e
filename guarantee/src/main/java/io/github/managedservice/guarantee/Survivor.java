package io.github.managedservice.guarantee;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What should be gone: a process, or the hold on a port.
 *
 * @param name what it can be found by
 * @param state what it was when we last looked
 * @param evidence how we know that it is of the round
 */
record Survivor(String name, String state, Evidence evidence) {

    private static final int MOST = 120;

    static Survivor process(Sighting seen, Evidence evidence) {
        String command = String.join(" ", Proc.arguments(seen.pid())).strip();
        return new Survivor(
                "pid " + seen.pid(),
                "parent " + seen.parent() + ", session " + seen.session() + ", state " + seen.state() + ": "
                        + command.substring(0, Math.min(command.length(), MOST)),
                evidence);
    }

    static Survivor port(int port, String address, String why) {
        return new Survivor("port " + port, "cannot be bound on " + address + ": " + why, Evidence.PORT);
    }

    static Survivor file(Path file) {
        return new Survivor("file " + file, "is still there", Evidence.DIRECTORY);
    }

    /** Whether a text tells of it. */
    boolean isNamedIn(String text) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(text)
                .find();
    }

    @Override
    public String toString() {
        return name + ", " + state + " (" + evidence + ")";
    }
}
