package io.github.managedservice.internal.readiness;

import java.util.function.BooleanSupplier;

/** Asks code of the test. */
public final class CheckProbe implements Probe {

    private final String description;
    private final BooleanSupplier check;

    /**
     * Asks a condition.
     *
     * @param description what holds when the service is ready, for the failure report
     * @param check the condition; what it throws counts as "not yet"
     */
    public CheckProbe(String description, BooleanSupplier check) {
        if (description.isBlank()) {
            throw new IllegalArgumentException("A check needs a description");
        }
        this.description = description;
        this.check = check;
    }

    @Override
    public Attempt attempt() throws InterruptedException {
        try {
            return check.getAsBoolean() ? new Attempt.Ready() : new Attempt.NotYet("returned false");
        } catch (Exception | AssertionError e) {
            // A client without a server throws what it likes, and a check may be made of assertions.
            Connection.throwIfInterrupted();
            return new Attempt.NotYet("threw an exception", e.toString());
        }
    }

    @Override
    public String description() {
        return "check '" + description + "'";
    }
}
