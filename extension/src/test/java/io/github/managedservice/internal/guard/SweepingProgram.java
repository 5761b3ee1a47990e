package io.github.managedservice.internal.guard;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A JVM that looks for what others have left until it reads a line, and has nothing else to do. */
final class SweepingProgram {

    private SweepingProgram() {}

    public static void main(String[] arguments) {
        Sweep.start(SweepingProgram::look);
    }

    @SuppressWarnings("SystemOut")
    private static void look() {
        System.out.println("looks");
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("has looked");
    }
}
