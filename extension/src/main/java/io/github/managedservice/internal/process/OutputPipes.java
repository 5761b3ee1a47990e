package io.github.managedservice.internal.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Our ends of the pipes from a process.
 *
 * <p>When a process ends, the JDK empties and closes the streams it has given out, even if a descendant still writes:
 * that one dies by SIGPIPE and its output is lost. So the pipes are opened a second time, by way of {@code /proc}, and
 * the JDK's ends closed at once. Elsewhere the JDK's remain; it locks a stream to empty it, so that a reader that holds
 * the stream's monitor from the start to end of file keeps it open (ProcessImpl.processExited of JDK 17 and 25).
 *
 * @param stdout standard output
 * @param stderr standard error
 */
record OutputPipes(InputStream stdout, InputStream stderr) {

    /** Takes over the pipes of a process that has just been spawned. */
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
            // Nobody wants what is in it.
        }
    }
}
