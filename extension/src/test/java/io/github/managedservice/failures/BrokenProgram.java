package io.github.managedservice.failures;

/** A program whose main ends with an exception. */
final class BrokenProgram {

    private BrokenProgram() {}

    public static void main(String[] arguments) {
        try {
            Integer.parseInt("many");
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Cannot start with shop.currencies = many", e);
        }
    }
}
