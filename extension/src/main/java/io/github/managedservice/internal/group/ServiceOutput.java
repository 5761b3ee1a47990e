package io.github.managedservice.internal.group;

import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.text.SecretMask;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What a service printed since a position in its log. */
public final class ServiceOutput {

    private static final long LIMIT = 10L * 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    private final String service;
    private final OutputLog log;
    private final Supplier<SecretMask> mask;
    private final long from;
    private final long until;

    ServiceOutput(String service, OutputLog log, Supplier<SecretMask> mask, long from) {
        this.service = service;
        this.log = log;
        this.mask = mask;
        this.from = from;
        this.until = log.position();
    }

    public String service() {
        return service;
    }

    public Path log() {
        return log.file();
    }

    /** The number of bytes before it in the log. */
    public long position() {
        return from;
    }

    public long size() {
        return until - from;
    }

    /** A secret is not recognized without its beginning. */
    private long lineStart(long position) throws IOException {
        long before = Math.max(0, position - LONGEST_LINE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        log.copy(before, position, bytes);
        byte[] printed = bytes.toByteArray();
        int start = printed.length;
        while (start > 0 && printed[start - 1] != '\n') {
            start--;
        }
        return position - (printed.length - start);
    }

    /** Writes at most the last 10 MiB, from the beginning of a line. Secrets are masked. */
    public void writeTo(Path file) throws IOException {
        try (OutputStream out = new MaskingStream(new BufferedOutputStream(Files.newOutputStream(file)), mask.get())) {
            if (size() > LIMIT) {
                String note = "[The last " + LIMIT + " of " + size() + " bytes; all are in " + log() + " from byte "
                        + from + " on.]\n";
                out.write(note.getBytes(StandardCharsets.UTF_8));
            }
            log.copy(lineStart(Math.max(from, until - LIMIT)), until, out);
        }
    }
}
