package io.github.managedservice.guarantee;

/**
 * A process that should be gone.
 *
 * @param seen what it was when we last looked
 * @param command its arguments
 * @param evidence how we know that it is of the round
 */
record Survivor(Sighting seen, String command, Evidence evidence) {

    private static final int MOST = 120;

    static Survivor of(Sighting seen, Evidence evidence) {
        String command = String.join(" ", Proc.arguments(seen.pid())).strip();
        return new Survivor(seen, command.substring(0, Math.min(command.length(), MOST)), evidence);
    }

    @Override
    public String toString() {
        return "pid " + seen.pid() + ", parent " + seen.parent() + ", session " + seen.session() + ", state "
                + seen.state() + ": " + command + " (" + evidence + ")";
    }
}
