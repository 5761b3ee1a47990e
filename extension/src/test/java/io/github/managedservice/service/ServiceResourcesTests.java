package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceResourcesTests {

    @Test
    void a_log_that_cannot_be_written_where_it_belongs_goes_elsewhere(@TempDir Path directory) throws Exception {
        Path target = Files.createFile(directory.resolve("target"));
        ServiceSpec spec = ServiceSpec.builder("sh").build();
        Path log;
        try (ServiceResources resources = ServiceResources.claim(
                spec,
                target.resolve("CartTests/sh.log"),
                () -> SecretMask.of(List.of(), Map.of(), List.of()),
                Switches.ofSystemProperties(Set.of()))) {
            log = resources.log().file();

            assertThat(log).exists().endsWith(Path.of("CartTests", "sh.log"));
        }
        Files.delete(log);
        Files.delete(log.resolveSibling(""));
        Files.delete(log.resolveSibling("").resolveSibling(""));
    }
}
