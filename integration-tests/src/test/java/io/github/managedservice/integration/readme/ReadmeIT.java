package io.github.managedservice.integration.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ManagedServiceExtension;
import io.github.managedservice.Scope;
import io.github.managedservice.ServicePort;
import io.github.managedservice.internal.port.PortLease;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the code that README.md shows. Redis is on the path, as it is for its readers. */
class ReadmeIT {

    /** Redis, ended politely, has saved its items where it was started. */
    @AfterAll
    static void remove_what_redis_saved() throws IOException, InterruptedException {
        if (Before.redis != null) {
            Before.redis.waitFor();
        }
        Files.deleteIfExists(Path.of("dump.rdb"));
    }

    @Nested
    @ManagedService(
            command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
            readyPattern = "Ready to accept connections",
            timeout = 10)
    class CartTests {
        @Test
        void stores_an_item(@ServicePort int port) {
            // talk to 127.0.0.1:port
        }
    }

    @Nested
    class Before {

        static int port;
        static Process redis;

        // before
        @BeforeAll
        static void start_redis() throws IOException {
            port = freePort(); // may be taken again before Redis binds it
            redis = new ProcessBuilder("redis-server", "--port", "" + port).start();
            BufferedReader out = redis.inputReader();
            while (!out.readLine().contains("Ready to accept connections")) {
                // waits forever if Redis never gets ready; NullPointerException if it exits
            }
            // nobody reads the rest: when the pipe is full, Redis blocks
        }

        @AfterAll
        static void stop_redis() {
            redis.destroy(); // its children keep running; after kill -9 of the JVM, so does Redis
        }

        private static int freePort() throws IOException {
            try (PortLease lease = PortLease.lease()) {
                return lease.port();
            }
        }

        @Test
        void runs() {
            assertThat(redis.isAlive()).isTrue();
        }
    }

    @Nested
    // after
    @ManagedService(
            command = "redis-server --port ${port} --dir ${tempDir}",
            readyPattern = "Ready to accept connections")
    class After {

        @Test
        void runs(RunningService redis) {
            assertThat(redis.isRunning()).isTrue();
        }
    }

    @Nested
    class WithoutAnnotations {

        @RegisterExtension
        static final ManagedServiceExtension redis = ManagedServiceExtension.of(
                ServiceSpec.builder("redis-server", "--port", "${port}", "--dir", "${tempDir}")
                        .readyWhen(Readiness.line("Ready to accept connections"))
                        .timeout(Duration.ofSeconds(10))
                        .build());

        @Test
        void runs() {
            assertThat(redis.service().isRunning()).isTrue();
        }
    }

    /** What several classes share is run by SessionScopeTests: this one would save its items after the last test. */
    @ManagedService(
            name = "redis",
            command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
            readyPattern = "Ready to accept connections",
            scope = Scope.SESSION)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SharedRedis {}
}
