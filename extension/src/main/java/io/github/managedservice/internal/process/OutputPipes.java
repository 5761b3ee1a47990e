package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ProcMount;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The reading ends of the output pipes of a process.
 *
 * <p>When a process ends, the JDK drains and closes its streams even if a descendant still writes: SIGPIPE kills the
 * descendant and its output is lost. So this opens the pipes a second time, through {@code /proc}, and closes the JDK's
 * ends. Elsewhere it keeps the JDK's streams. The JDK locks a stream before it drains it, so a reader that holds the
 * monitor of the stream from start to end of file keeps it open (ProcessImpl.processExited of JDK 17 and 25).
 */
record OutputPipes(InputStream stdout, InputStream stderr) {

    static OutputPipes of(Process process) {
        return new OutputPipes(
                open(process.pid(), 1, process.getInputStream()), open(process.pid(), 2, process.getErrorStream()));
    }

    private static InputStream open(long pid, int descriptor, InputStream jdks) {
        if (!ProcMount.isPresent()) {
            return jdks;
        }
        try {
            InputStream own = new FileInputStream("/proc/" + pid + "/fd/" + descriptor);
            jdks.close();
            return own;
        } catch (IOException itHasEndedAlready) {
            return jdks;
        }
    }

    void close() {
        close(stdout);
        close(stderr);
    }

    private static void close(InputStream pipe) {
        try {
            pipe.close();
        } catch (IOException e) {
            // Its content is not needed.
        }
    }
}
