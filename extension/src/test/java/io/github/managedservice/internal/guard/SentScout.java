package io.github.managedservice.internal.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A scout at work. Where it breaks off another is sent, as the guard does: some awks cannot read about who just ends. */
final class SentScout {

    private static final int SCOUTS = 200;

    private final Awk awk;
    private final Path script;
    private final String order;
    private final Set<String> told = new HashSet<>();
    private Process process;
    private BufferedReader lines;
    private int sent;

    SentScout(Awk awk, Path script, String order) throws Exception {
        this.awk = awk;
        this.script = script;
        this.order = order;
        send();
    }

    /** The next line, but for those about a process that was told of before. */
    String next() throws Exception {
        return read().orElseThrow(() -> new AssertionError("The scout has ended."));
    }

    /** All lines to the last one. */
    List<String> rest() throws Exception {
        List<String> rest = new ArrayList<>();
        for (Optional<String> line = read(); line.isPresent(); line = read()) {
            rest.add(line.get());
        }
        return rest;
    }

    private Optional<String> read() throws Exception {
        while (true) {
            String line = lines.readLine();
            if (line == null && process.waitFor() == 0) {
                return Optional.empty();
            }
            if (line == null) {
                send();
            } else if (told.add(identity(line))) {
                return Optional.of(line);
            }
        }
    }

    private void send() throws Exception {
        if (++sent > SCOUTS) {
            throw new IOException(SCOUTS + " scouts broke off");
        }
        process = awk.start(script);
        lines = process.inputReader(StandardCharsets.US_ASCII);
        try (OutputStream in = process.getOutputStream()) {
            in.write((order + '\n').getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Without the uptime, which is of the look and not of the process. */
    private static String identity(String line) {
        String[] words = line.split(" ", 3);
        return words.length < 2 ? line : words[0] + ' ' + words[1];
    }
}
