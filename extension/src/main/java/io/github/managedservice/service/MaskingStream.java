package io.github.managedservice.service;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes lines on without the secrets in them; what has none passes byte by byte as it is, text or not. */
final class MaskingStream extends FilterOutputStream {

    /** Of a longer line parts are looked at. */
    private static final int LONGEST = 64 * 1024;

    private final SecretMask mask;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MaskingStream(OutputStream out, SecretMask mask) {
        super(out);
        this.mask = mask;
    }

    @Override
    public void write(int value) throws IOException {
        line.write(value);
        if (value == '\n' || line.size() == LONGEST) {
            passLine();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int index = offset; index < offset + length; index++) {
            write(bytes[index]);
        }
    }

    private void passLine() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        String masked = mask.text(text);
        if (masked.equals(text)) {
            line.writeTo(out);
        } else {
            out.write(masked.getBytes(StandardCharsets.UTF_8));
        }
        line.reset();
    }

    @Override
    public void close() throws IOException {
        passLine();
        super.close();
    }
}
