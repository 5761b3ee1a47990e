package io.github.managedservice.internal.readiness;

import java.util.function.BooleanSupplier;

/** Asks code of the test, whose exceptions count as "not yet". */
public final class CheckProbe implements Probe {

    private final String description;
    private final BooleanSupplier check;

    /** The description is for failure reports. */
    public CheckProbe(String description, BooleanSupplier check) {
        if (description.isBlank()) {
            throw new IllegalArgumentException("A check needs a description");
        }
        this.description = description;
        this.check = check;
    }

    @Override
    public ProbeResult attempt() throws InterruptedException {
        try {
            return check.getAsBoolean() ? new ProbeResult.Ready() : new ProbeResult.NotYet("returned false");
        } catch (Exception | AssertionError e) {
            // Clients of a server that is not there throw anything, and a check may consist of assertions.
            Connection.throwIfInterrupted();
            return new ProbeResult.NotYet("threw an exception", e.toString());
        }
    }

    @Override
    public String description() {
        return "check '" + description + "'";
    }
}
