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

/**
 * What a service printed in a time.
 *
 * <p>For adapters to test frameworks; a test does not need it.
 *
 * @since 0.1.0
 */
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

    /**
     * Returns the name of the service.
     *
     * @return the name
     */
    public String service() {
        return service;
    }

    /**
     * Says where all that the service ever printed is.
     *
     * @return its log
     */
    public Path log() {
        return log.file();
    }

    /**
     * Says where in the log this begins.
     *
     * @return the number of bytes before it
     */
    public long position() {
        return from;
    }

    /**
     * Counts the bytes.
     *
     * @return how many were printed
     */
    public long size() {
        return until - from;
    }

    /** Of a secret that began before, the rest would not be recognized. */
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

    /**
     * Writes the bytes as they were printed, but for secrets, from the beginning of a line; of more than 10 MiB the last
     * ones, after a line that says so.
     *
     * @param file is created or replaced
     * @throws IOException if it cannot be written
     */
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
