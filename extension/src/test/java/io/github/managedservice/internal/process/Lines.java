package io.github.managedservice.internal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads a process's output in a thread of its own and hands out the lines. */
public final class Lines {

    private static final String END = "\0";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    public Lines(InputStream stream) {
        Thread thread = new Thread(() -> read(stream), "test-lines");
        thread.setDaemon(true);
        thread.start();
    }

    public String next() throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            throw new AssertionError(line == null ? "No line within 20 s." : "The output has ended.");
        }
        return line;
    }

    public void await(String line, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            String next = next();
            if (!next.equals(line)) {
                throw new AssertionError("Expected line '" + line + "', but got '" + next + "'.");
            }
        }
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("failed: " + e);
        }
        lines.add(END);
    }
}
