package io.github.managedservice.failures;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ManagedServiceExtension;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * It runs, but does not become ready in time.
 *
 * <p>The report lists every condition with what it saw last. The process is inspected before it is killed.
 */
final class TimeoutFailures {

    private TimeoutFailures() {}

    /** The line differs in upper and lower case. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo 'Server - STARTED'; exec sleep 60"},
            readyPattern = "Server - Started",
            timeout = 3)
    static class OtherCase extends OneTest {}

    /** The pattern contains unescaped special characters. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo 'listening (http)'; exec sleep 60"},
            readyPattern = "listening (http)",
            timeout = 3)
    static class NotEscaped extends OneTest {}

    /** The pattern matches only a whole line. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo '12:00:00 INFO ready'; exec sleep 60"},
            readyPattern = "^ready$",
            timeout = 3)
    static class WholeLine extends OneTest {}

    /** The pattern has a misspelt word. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo 'Ready to accept connections'; exec sleep 60"},
            readyPattern = "Ready to accept conections",
            timeout = 3)
    static class Misspelt extends OneTest {}

    /** The line has two spaces where the pattern has one. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo 'status:  UP'; exec sleep 60"},
            readyPattern = "status: UP",
            timeout = 3)
    static class WhiteSpace extends OneTest {}

    /** It prints a charset other than UTF-8. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "printf 'Der Server l\\344uft\\n'; exec sleep 60"},
            readyPattern = "Server läuft",
            timeout = 3)
    static class OtherCharset extends OneTest {}

    /** The line is printed too few times. */
    static class TooRarely extends OneTest {
        @RegisterExtension
        static final ManagedServiceExtension CLUSTER = ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "echo node 1 ready; echo node 2 ready; exec sleep 60")
                        .name("cluster")
                        .readyWhen(Readiness.line("node \\d ready", 3))
                        .timeout(Duration.ofSeconds(3))
                        .build());
    }

    /** The pattern backtracks catastrophically. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; exec sleep 60"},
            readyPattern = "^(a|a|a)*\\1b",
            timeout = 1)
    static class Backtracking extends OneTest {}

    /** It prints nothing. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60"},
            readyPattern = "Started",
            timeout = 3)
    static class Silent extends OneTest {}

    /** Its output is redirected. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60 >/dev/null"},
            readyPattern = "Started",
            timeout = 3)
    static class PrintsElsewhere extends OneTest {}

    /** Python buffers its output. */
    @ManagedService(
            command = "bin/python3 server.py",
            readyPattern = "Started",
            directory = "target/failures",
            env = "PYTHONUNBUFFERED=",
            timeout = 3)
    static class PythonBuffers extends OneTest {}

    /** It answers that it is not ready. */
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "${port}",
                "503 Service Unavailable",
                "warming up: 3 of 5 caches"
            },
            readyUrl = "/health",
            timeout = 8)
    static class NotYet extends OneTest {}

    /** It listens on another port. */
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "0",
                "200 OK",
                "fine"
            },
            readyUrl = "http://127.0.0.1:${port}/health",
            timeout = 8)
    static class OtherPort extends OneTest {}

    /** Only one of its ports is open. */
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "${port.admin}",
                "200 OK",
                "${port}"
            },
            readyUrl = "/health",
            timeout = 8)
    static class OnePortOpen extends OneTest {}

    /** It listens on another address. */
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.2",
                "${port}",
                "200 OK",
                "fine"
            },
            timeout = 8)
    static class OtherAddress extends OneTest {}

    /** The ready check uses TLS, but the service does not. */
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "${port}",
                "200 OK",
                "fine"
            },
            readyUrl = "https://127.0.0.1:${port}/",
            timeout = 8)
    static class OtherProtocol extends OneTest {}

    /** It answers with an unexpected status. */
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "${port}",
                "200 OK",
                "fine"
            },
            readyUrl = "/",
            readyStatus = {401, 403},
            timeout = 5)
    static class OtherStatus extends OneTest {}

    /** It does not listen on any port. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "exec sleep 60", "sh", "${port}"},
            timeout = 3)
    static class ListensNowhere extends OneTest {}

    /** A probe program fails. */
    @ManagedService(
            name = "db",
            command = {"sh", "-c", "exec sleep 60"},
            readyCommand = {"sh", "-c", "echo 'no database \"shop\"' >&2; exit 2"},
            timeout = 3)
    static class ProbeSaysNo extends OneTest {}

    /** The probe program does not exist. */
    @ManagedService(
            name = "db",
            command = "sleep 60",
            readyCommand = "orders-ready --port ${port}",
            env = "PATH=/usr/bin:/bin")
    static class MissingProbe extends OneTest {}

    /** One of several conditions does not hold. */
    static class SeveralConditions extends OneTest {
        @RegisterExtension
        static final ManagedServiceExtension SHOP =
                ManagedServiceExtension.of(ServiceSpec.builder("sh", "-c", "echo migrated; exec sleep 60")
                        .name("shop")
                        .readyWhen(Readiness.line("migrated")
                                .and(Readiness.line("indexed").or(Readiness.line("index is fresh")))
                                .and(Readiness.line("listening").then(Readiness.check("is a leader", shop -> false))))
                        .timeout(Duration.ofSeconds(3))
                        .build());
    }

    /** A Java program is deadlocked. */
    @ManagedService(
            name = "shop",
            command = "${java} -cp target/failures/classes io.github.managedservice.failures.DeadlockedProgram",
            readyPattern = "Started",
            timeout = 6)
    static class Deadlock extends OneTest {}
}
