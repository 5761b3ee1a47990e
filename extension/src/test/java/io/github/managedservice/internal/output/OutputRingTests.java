package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OutputRingTests {

    private final OutputRing ring = new OutputRing(8);

    @Test
    void holds_all_while_it_is_not_full() {
        append("abc");
        append("de");

        assertThat(ring.start()).isZero();
        assertThat(copy(1, 3)).isEqualTo("bcd");
    }

    @Test
    void holds_the_last_bytes_when_it_is_full() {
        append("abcdef");
        append("ghijk");

        assertThat(ring.start()).isEqualTo(3);
        assertThat(ring.end()).isEqualTo(11);
        assertThat(copy(3, 8)).isEqualTo("defghijk");
    }

    @Test
    void keeps_the_end_of_a_piece_larger_than_itself() {
        append("abc");
        append("0123456789");

        assertThat(ring.start()).isEqualTo(5);
        assertThat(copy(5, 8)).isEqualTo("23456789");
    }

    @Test
    void holds_all_while_it_grows() {
        OutputRing growing = new OutputRing(5000);
        String text = "0123456789".repeat(499);

        for (byte character : text.getBytes(US_ASCII)) {
            growing.append(ByteBuffer.wrap(new byte[] {character}));
        }

        byte[] into = new byte[text.length()];
        growing.copy(growing.start(), into, into.length);
        assertThat(new String(into, US_ASCII)).isEqualTo(text);
    }

    @Test
    void holds_the_last_bytes_when_it_has_grown() {
        OutputRing growing = new OutputRing(5000);
        String text = "0123456789".repeat(600);

        growing.append(ByteBuffer.wrap(text.getBytes(US_ASCII), 0, 3000));
        growing.append(ByteBuffer.wrap(text.getBytes(US_ASCII), 0, 3000));

        byte[] into = new byte[5000];
        growing.copy(1000, into, into.length);
        assertThat(growing.start()).isEqualTo(1000);
        assertThat(new String(into, US_ASCII)).isEqualTo(text.substring(0, 5000));
    }

    private void append(String text) {
        byte[] bytes = ("not this" + text + "not this").getBytes(US_ASCII);
        ring.append(ByteBuffer.wrap(bytes, "not this".length(), text.length()));
    }

    private String copy(long position, int length) {
        byte[] into = new byte[length];
        ring.copy(position, into, length);
        return new String(into, US_ASCII);
    }
}
