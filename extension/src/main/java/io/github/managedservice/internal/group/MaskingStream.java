package io.github.managedservice.internal.group;

import io.github.managedservice.internal.text.SecretMask;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes lines on without the secrets in them; what has none passes byte by byte as it is, text or not. */
final class MaskingStream extends FilterOutputStream {

    /** A longer line is passed on in pieces, each cut where no secret is. */
    private static final int LONG = 64 * 1024;

    /** Of a line in which no such place is found for so long, the rest is left out. */
    private static final int LONGEST = 256 * 1024;

    /** What stays behind of a long line: a secret may have begun there. */
    private static final int KEPT = 32 * 1024;

    private static final int LONGEST_WORD = 1024;
    private static final int TRIES = 8;

    private final SecretMask mask;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int passAt = LONG;
    private boolean leftOut;

    MaskingStream(OutputStream out, SecretMask mask) {
        super(out);
        this.mask = mask;
    }

    @Override
    public void write(int value) throws IOException {
        if (leftOut && value != '\n') {
            return;
        }
        line.write(value);
        if (value == '\n') {
            passLine();
        } else if (line.size() >= passAt) {
            passBeginning();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int index = offset; index < offset + length; index++) {
            write(bytes[index]);
        }
    }

    private void passLine() throws IOException {
        byte[] bytes = line.toByteArray();
        pass(bytes, 0, bytes.length);
        line.reset();
        passAt = LONG;
        leftOut = false;
    }

    /** Passes on what no secret reaches out of. */
    private void passBeginning() throws IOException {
        byte[] bytes = line.toByteArray();
        int cut = cut(bytes);
        if (cut > 0) {
            pass(bytes, 0, cut);
            line.reset();
            line.write(bytes, cut, bytes.length - cut);
            passAt = line.size() + LONG - KEPT;
        } else if (bytes.length < LONGEST) {
            passAt = bytes.length * 2;
        } else {
            pass(bytes, 0, bytes.length - KEPT);
            out.write("[the rest of this line may be a secret]".getBytes(StandardCharsets.UTF_8));
            line.reset();
            leftOut = true;
        }
    }

    /** A place that takes nothing from what is masked before and after it; 0 where none is found. */
    private int cut(byte[] bytes) {
        String whole = masked(bytes, 0, bytes.length);
        int last = bytes.length - KEPT;
        for (int tried = 0; tried < TRIES; tried++) {
            int place = boundary(bytes, last - tried * (last / TRIES));
            if (place > 0 && whole.equals(masked(bytes, 0, place) + masked(bytes, place, bytes.length))) {
                return place;
            }
        }
        return 0;
    }

    /** Between words where there are any, and not within a character. */
    private static int boundary(byte[] bytes, int place) {
        for (int blank = place; blank > Math.max(0, place - LONGEST_WORD); blank--) {
            if (bytes[blank] == ' ') {
                return blank;
            }
        }
        int boundary = place;
        while (boundary > 0 && (bytes[boundary] & 0xc0) == 0x80) {
            boundary--;
        }
        return boundary;
    }

    private String masked(byte[] bytes, int start, int end) {
        return mask.text(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    private void pass(byte[] bytes, int start, int end) throws IOException {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        String masked = mask.text(text);
        if (masked.equals(text)) {
            out.write(bytes, start, end - start);
        } else {
            out.write(masked.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        passLine();
        super.close();
    }
}
