package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceExit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs what stopping.md shows. */
class StoppingIT {

    @Nested
    @ManagedService(
            name = "postgres",
            command = {"sh", "src/test/resources/postgres.sh", "target/services/postgres", "${tempDir}", "${port}"},
            readyPattern = "database system is ready to accept connections",
            stopSignal = "INT",
            stopTimeout = 20)
    class PostgresTest {

        @Test
        void shuts_down_in_order(@InjectService RunningService postgres) {
            postgres.stop();

            assertThat(postgres.log().tail(5)).anyMatch(line -> line.text().contains("database system is shut down"));
        }
    }

    @Nested
    @EnabledIf(
            value = "io.github.managedservice.integration.guide.StoppingIT#isCurlInPath",
            disabledReason = "curl is not in PATH")
    @ManagedService(
            name = "wiremock",
            command = "${java} -jar target/services/wiremock.jar --port ${port} --root-dir ${tempDir}",
            readyUrl = "/__admin/health",
            stopCommand = {"sh", "-c", "curl -fsS -X POST http://${host}:${port}/__admin/shutdown || test $? = 7"})
    class WireMockTest {

        @Test
        void ends_by_itself(@InjectService RunningService wiremock) {
            CompletableFuture<ServiceExit> exit = wiremock.onExit();

            wiremock.stop();

            assertThat(exit.join().exitCode()).isZero();
        }
    }

    static boolean isCurlInPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }
}
