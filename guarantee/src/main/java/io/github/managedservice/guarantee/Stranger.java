package io.github.managedservice.guarantee;

/**
 * A process that is none of a run's business, whatever it looks like.
 *
 * @param description what makes it look like one of the service's
 * @param identity which one it is
 */
record Stranger(String description, Identity identity) {

    /** Whether it lives, and has not been stopped either. */
    boolean isUntouched() {
        return Proc.of(identity.pid())
                .filter(seen -> seen.identity().equals(identity) && seen.alive())
                .filter(seen -> !seen.state().equalsIgnoreCase("T"))
                .isPresent();
    }

    @Override
    public String toString() {
        return description + " (pid " + identity.pid() + ")";
    }
}
