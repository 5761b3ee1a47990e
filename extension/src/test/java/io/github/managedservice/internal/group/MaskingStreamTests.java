package io.github.managedservice.internal.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.text.SecretMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingStreamTests {

    private static final String SECRET = "hunter2-and-more-of-it";

    private final SecretMask mask = SecretMask.of(List.of(), Map.of("DB_PASSWORD", SECRET), List.of());

    @Test
    void no_secret_is_cut_wherever_it_stands_in_a_long_line() throws IOException {
        for (int before = 64 * 1024 - 30; before < 64 * 1024 + 5; before += 7) {
            assertThat(masked(".".repeat(before) + SECRET + ".".repeat(100_000) + "\n"))
                    .isEqualTo(".".repeat(before) + "***" + ".".repeat(100_000) + "\n");
        }
    }

    @Test
    void nor_are_any_of_many() throws IOException {
        String printed = ("token=abcdef0123456789 é " + SECRET + " ").repeat(3_000);

        assertThat(masked(printed)).isEqualTo("token=*** é *** ".repeat(3_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {40_000, 100_000, 600_000})
    void a_secret_may_be_longer_than_a_piece(int length) throws IOException {
        String masked = masked("x".repeat(50_000) + " TOKEN=" + "s".repeat(length) + "\nnext\n");

        assertThat(masked)
                .startsWith("x".repeat(50_000) + " TOKEN=***")
                .endsWith("\nnext\n")
                .doesNotContain("ss");
    }

    @Test
    void what_has_no_secret_passes_as_it_is() throws IOException {
        byte[] printed = new byte[500_000];
        for (int index = 0; index < printed.length; index++) {
            printed[index] = (byte) (0x80 | index);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaskingStream stream = new MaskingStream(out, mask)) {
            stream.write(printed);
        }

        assertThat(out.toByteArray()).isEqualTo(printed);
    }

    private String masked(String printed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaskingStream stream = new MaskingStream(out, mask)) {
            stream.write(printed.getBytes(UTF_8));
        }
        return out.toString(UTF_8);
    }
}
