package io.github.managedservice.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordTests {

    @Test
    void a_shell_reads_back_what_was_quoted() throws Exception {
        List<String> words = List.of("", "plain", "two words", "it's", "'", "$HOME `id` \\ \" *", "line\nend", "-n");

        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + ShellWord.quoteAll(words)).start();

        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(read).isEqualTo(String.join("\0", words) + "\0");
    }
}
