package io.github.managedservice.internal.process;

import io.github.managedservice.AllDescriptors;
import io.github.managedservice.internal.os.MarkNumbers;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A JVM that has no file descriptor left when it is first asked how it marks and starts processes, and has some later. */
final class StartWithoutDescriptors {

    private StartWithoutDescriptors() {}

    /** Prints what it knows without descriptors, and with them. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        loadClasses();
        AllDescriptors all = AllDescriptors.take();
        String mark = mark();
        String words = SignalDefaults.words().toString();
        all.close();
        System.out.println("Without: " + mark + ", " + words);
        System.out.println("With: " + mark() + ", " + SignalDefaults.words());
    }

    /** Without initializing them: to load a class from a folder takes a descriptor, and so do the JDK's libraries. */
    private static void loadClasses() throws Exception {
        Files.readString(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1);
        for (String name : List.of(
                "MarkNumbers",
                "ProcMount",
                "FileLockLimit",
                "ProcFileSystem",
                "ProcessTable",
                "ProcessScan",
                "ProgramNotFoundException",
                "Programs",
                "CoalescedSupplier",
                "Signals",
                "SystemPrograms")) {
            Class.forName(
                    MarkNumbers.class.getPackageName() + '.' + name,
                    false,
                    StartWithoutDescriptors.class.getClassLoader());
        }
        Class.forName(SignalDefaults.class.getName(), false, StartWithoutDescriptors.class.getClassLoader());
    }

    private static String mark() {
        try {
            return MarkNumbers.ofThisJvm().nested() ? "nested" : "outermost";
        } catch (UncheckedIOException e) {
            return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
        }
    }
}
