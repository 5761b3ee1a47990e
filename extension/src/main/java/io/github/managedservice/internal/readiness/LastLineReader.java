package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Reads what a probe or stop command prints, so that it never waits for a reader; only the last line is kept. */
public final class LastLineReader {

    private static final int BLOCK = 4096;

    private LastLineReader() {}

    /** Completes when both streams end, with the last line of standard error, or else of standard output, or with none. */
    public static CompletableFuture<String> lastLine(String threadName, ChildProcess process) {
        return lastLine(threadName + "-stderr", process.stderr())
                .thenCombine(
                        lastLine(threadName + "-stdout", process.stdout()),
                        (complained, printed) -> complained.isEmpty() ? printed : complained);
    }

    private static CompletableFuture<String> lastLine(String threadName, InputStream in) {
        CompletableFuture<String> lastLine = new CompletableFuture<>();
        start(threadName, in, lastLine);
        return lastLine;
    }

    private static void start(String threadName, InputStream in, CompletableFuture<String> lastLine) {
        Thread thread = new Thread(() -> lastLine.complete(read(in)), threadName);
        thread.setDaemon(true);
        thread.start();
    }

    private static String read(InputStream in) {
        String end = "";
        byte[] block = new byte[BLOCK];
        try (in) {
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                String text = end + new String(block, 0, length, StandardCharsets.UTF_8);
                end = text.substring(Math.max(0, text.length() - BLOCK));
            }
        } catch (IOException closed) {
            // The process has ended, and the JDK closed our end of its pipe.
        }
        String stripped = end.strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}
