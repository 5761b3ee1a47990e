package io.github.managedservice.internal.os;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Whether {@code /proc} exists and shows the pid namespace of this JVM. */
public final class ProcMount {

    private static final File PROC = new File("/proc");
    private static final boolean MOUNTED = new File(PROC, "loadavg").canRead();
    private static final boolean PRESENT = MOUNTED
            && new File(PROC, "self/limits").canRead()
            && isOf(ProcessHandle.current().pid(), PROC);

    private ProcMount() {}

    public static boolean isPresent() {
        return PRESENT;
    }

    /** As after {@code unshare --pid} without a mount: signals would hit other processes (pid_namespaces(7)). */
    public static boolean isOfOthers() {
        return MOUNTED && !isOf(ProcessHandle.current().pid(), PROC);
    }

    /** Whether the mount knows this process by its own number. */
    static boolean isOf(long pid, File proc) {
        try {
            return Files.readSymbolicLink(proc.toPath().resolve("self"))
                    .toString()
                    .equals(Long.toString(pid));
        } catch (IOException e) {
            return false;
        }
    }
}
