package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownCommandTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/usr/bin/redis-server | /usr/bin/redis-check-rdb | , run as '/usr/bin/redis-server'",
                "redis-server *:6379 | /usr/bin/redis-check-rdb | , run as 'redis-server *:6379'",
                "nginx: master process | /usr/sbin/nginx | , run as 'nginx: master process'",
                "sleep | /usr/bin/sleep | \"\"",
                "./server | /opt/server | \"\"",
                "sh | /usr/bin/dash | \"\"",
                "\"\" | /usr/bin/any | \"\""
            })
    void adds_the_name_that_the_file_has_not(String firstWord, String file, String added) {
        assertThat(ShownCommand.runAs(firstWord, Optional.of(file))).isEqualTo(added);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_is_called_what_it_was_run_as(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("redis-server"), Path.of("/bin/sleep"));
        Process process = new ProcessBuilder(link.toString(), "1000").start();
        try {

            assertThat(ShownCommand.of(process.pid())).endsWith("/sleep 1000, run as '" + link + "'");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
