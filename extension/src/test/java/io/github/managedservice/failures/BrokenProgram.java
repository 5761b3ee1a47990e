package io.github.managedservice.failures;

import java.util.Currency;

/** A program whose main ends with an exception. */
final class BrokenProgram {

    private BrokenProgram() {}

    public static void main(String[] arguments) {
        try {
            Currency.getInstance("EURO");
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Cannot start with shop.currency = EURO", e);
        }
    }
}
