package io.github.managedservice.benchmarks;

/** Runs one test in a JVM that has run none before, and prints the nanoseconds that it measured. */
final class ColdRun {

    private ColdRun() {}

    /**
     * Prints one number.
     *
     * @param arguments none
     * @throws InterruptedException never
     */
    public static void main(String[] arguments) throws InterruptedException {
        LibraryLog.quieten();
        new TestRun().of(ReadinessTestCase.class);
        System.out.println(ReadinessTestCase.MEASURED.take().toNanos());
    }
}
