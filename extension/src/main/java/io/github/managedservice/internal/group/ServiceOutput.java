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

/** What a service printed. The positions are bytes of its log. */
public record ServiceOutput(String service, OutputLog output, Supplier<SecretMask> mask, long position, long end) {

    private static final long LIMIT = 10L * 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    static ServiceOutput since(long position, String service, OutputLog output, Supplier<SecretMask> mask) {
        return new ServiceOutput(service, output, mask, position, output.position());
    }

    public Path log() {
        return output.file();
    }

    public long size() {
        return end - position;
    }

    /** A secret is not recognized without its beginning. */
    private long lineStart(long from) throws IOException {
        long before = Math.max(0, from - LONGEST_LINE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        output.copy(before, from, bytes);
        byte[] printed = bytes.toByteArray();
        int start = printed.length;
        while (start > 0 && printed[start - 1] != '\n') {
            start--;
        }
        return from - (printed.length - start);
    }

    /** Writes at most the last 10 MiB, from the beginning of a line. Secrets are masked. */
    public void writeTo(Path file) throws IOException {
        try (OutputStream out = new MaskingStream(new BufferedOutputStream(Files.newOutputStream(file)), mask.get())) {
            if (size() > LIMIT) {
                String note = "[The last " + LIMIT + " of " + size() + " bytes; all are in " + log() + " from byte "
                        + position + " on.]\n";
                out.write(note.getBytes(StandardCharsets.UTF_8));
            }
            output.copy(lineStart(Math.max(position, end - LIMIT)), end, out);
        }
    }
}
