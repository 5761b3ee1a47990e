package io.github.managedservice.guarantee;

import java.util.Optional;

/**
 * A process at the moment we looked at it.
 *
 * @param identity which one it is
 * @param parent the pid of its parent
 * @param session the pid that its session is named after
 * @param state the letter of its state, as in {@code ps}
 * @param alive false for a zombie, whose pid alone is left
 */
record Sighting(Identity identity, long parent, long session, String state, boolean alive) {

    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int SESSION = 3;
    private static final int THREADS = 17;
    private static final int START = 19;

    /** Reads the text of {@code /proc/PID/stat} (proc(5)); empty if it was cut short. */
    static Optional<Sighting> parse(long pid, String stat) {
        // The name in brackets may hold anything, brackets too.
        int afterName = stat.lastIndexOf(')') + 2;
        String[] fields = afterName < 2 || afterName > stat.length()
                ? new String[0]
                : stat.substring(afterName).split(" ", -1);
        if (fields.length <= START) {
            return Optional.empty();
        }
        // A first thread that has ended looks like a zombie while the others run on.
        boolean dead = fields[STATE].equalsIgnoreCase("X")
                || (fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1);
        return Optional.of(new Sighting(
                new Identity(pid, Long.parseLong(fields[START])),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[SESSION]),
                fields[STATE],
                !dead));
    }

    long pid() {
        return identity.pid();
    }
}
