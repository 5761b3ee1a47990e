package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.ProcFileSystem;
import io.github.managedservice.internal.os.ProcessEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Identifies a JVM over time and across containers, by the kernel's ids of boot and namespaces. */
record JvmIdentity(String boot, String namespace, ProcessEntry.Identity process) {

    private static final String VERB = "run";
    private static final int WORDS = 5;

    static JvmIdentity ofThisJvm() throws IOException {
        Optional<ProcessEntry> self =
                new ProcFileSystem().entry(ProcessHandle.current().pid());
        if (self.isEmpty()) {
            throw new IOException("this JVM is not in /proc");
        }
        String boot =
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        String namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")) + timeNamespace();
        return new JvmIdentity(boot, namespace, self.get().identity());
    }

    /** Another time namespace shifts start times (time_namespaces(7)). Linux before 5.6 has only one. */
    private static String timeNamespace() throws IOException {
        try {
            return "," + Files.readSymbolicLink(Path.of("/proc/self/ns/time"));
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    static Optional<JvmIdentity> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(VERB)) {
            return Optional.empty();
        }
        try {
            ProcessEntry.Identity process =
                    new ProcessEntry.Identity(Long.parseLong(words[3]), Long.parseLong(words[4]));
            return Optional.of(new JvmIdentity(words[1], words[2], process));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String line() {
        return VERB + ' ' + boot + ' ' + namespace + ' ' + process.pid() + ' ' + process.start() + '\n';
    }
}
