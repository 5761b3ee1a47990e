package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.ServiceSpec;
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
        assertGoesElsewhere(Files.createFile(directory.resolve("target")));
    }

    /** As in a folder that exists and belongs to another user, which for root there is none. */
    @Test
    void so_does_one_that_cannot_be_locked(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("CartTests/.sh.log.lock"));

        assertGoesElsewhere(directory);
    }

    private static void assertGoesElsewhere(Path target) throws Exception {
        ServiceSpec spec = ServiceSpec.builder("sh").build();
        ServiceResources resources = ServiceResources.claim(
                spec.declaration(),
                target.resolve("CartTests/sh.log"),
                () -> SecretMask.of(List.of(), Map.of(), List.of()),
                Switches.ofSystemProperties(Set.of()));

        resources.close();

        Path log = resources.log().file();
        assertThat(log).exists().endsWith(Path.of("CartTests", "sh.log"));
        assertThat(log.startsWith(target)).isFalse();
        Files.delete(log);
    }
}
