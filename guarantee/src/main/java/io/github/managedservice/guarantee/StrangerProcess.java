package io.github.managedservice.guarantee;

/**
 * A process that no run may signal.
 *
 * @param description what makes it look like one of the service's
 * @param identity which one it is
 */
record StrangerProcess(String description, Identity identity) implements Stranger {

    /** Whether it lives, and has not been stopped either. */
    @Override
    public boolean isUntouched() {
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
