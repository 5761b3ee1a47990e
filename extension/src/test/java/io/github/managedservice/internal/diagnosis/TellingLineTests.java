package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample is what the program in its name printed, shortened where it repeats itself. */
class TellingLineTests {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    static Stream<Arguments> samples() {
        return Stream.of(
                sample(
                        "PostgreSQL as root",
                        "it printed \"\"root\" execution of the PostgreSQL server is not permitted.\"",
                        """
                        "root" execution of the PostgreSQL server is not permitted.
                        The server must be started under an unprivileged user ID to prevent
                        possible system security compromise.  See the documentation for
                        more information on how to properly start the server.
                        """),
                sample(
                        "PostgreSQL",
                        "it printed \"2026-11-27 12:00:00.010 UTC [7] FATAL:  lock file \"postmaster.pid\" already"
                                + " exists\"",
                        """
                        2026-11-27 12:00:00.001 UTC [7] LOG:  starting PostgreSQL 16.4 on x86_64-pc-linux-gnu
                        2026-11-27 12:00:00.010 UTC [7] FATAL:  lock file "postmaster.pid" already exists
                        2026-11-27 12:00:00.010 UTC [7] HINT:  Is another postmaster (PID 12) running in data directory "/data"?
                        """),
                sample(
                        "Squid",
                        "it printed \"2026/11/27 12:00:00| FATAL: Cannot open '/dev/stdout' for writing.\"",
                        """
                        2026/11/27 12:00:00| Processing Configuration File: /etc/squid/squid.conf (depth 0)
                        2026/11/27 12:00:00| FATAL: Cannot open '/dev/stdout' for writing.
                            The parent directory must be writeable by the
                            user 'proxy', which is the cache_effective_user
                            set in squid.conf.
                        2026/11/27 12:00:00| Squid Cache (Version 5.7): Terminated abnormally.
                        CPU Usage: 0.011 seconds = 0.011 user + 0.000 sys
                        Maximum Resident Size: 59232 KB
                        Page faults with physical i/o: 0
                        2026/11/27 12:00:00| Removing PID file (/run/squid.pid)
                        """),
                sample(
                        "nginx",
                        "it printed \"nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\"",
                        """
                        nginx: [alert] could not open error log file: open() "/var/log/nginx/error.log" failed (13: Permission denied)
                        nginx: [warn] the "user" directive makes sense only if the master process runs with super-user privileges
                        nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)
                        nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)
                        nginx: [emerg] still could not bind()
                        """),
                sample("Node", "it printed \"Error: listen EADDRINUSE: address already in use :::3000\"", """
                    node:events:497
                          throw er; // Unhandled 'error' event
                          ^

                    Error: listen EADDRINUSE: address already in use :::3000
                        at Server.setupListenHandle [as _listen2] (node:net:1817:16)
                        at listenInCluster (node:net:1865:12)
                        at node:internal/main/run_main_module:28:49
                    Emitted 'error' event on Server instance at:
                        at emitErrorNT (node:net:1844:8) {
                      code: 'EADDRINUSE',
                      errno: -98,
                      syscall: 'listen',
                      port: 3000
                    }

                    Node.js v20.11.0
                    """),
                sample("Python", "its last line is \"OSError: [Errno 98] Address already in use\"", """
                    Traceback (most recent call last):
                      File "/srv/shop.py", line 7, in <module>
                        serve(port)
                    ValueError: bad port

                    During handling of the above exception, another exception occurred:

                    Traceback (most recent call last):
                      File "/srv/shop.py", line 9, in <module>
                        s.bind(('127.0.0.1', int(sys.argv[1])))
                    OSError: [Errno 98] Address already in use
                    """),
                sample("an exception of Python that is no Error", "its last line is \"shop.Closed\"", """
                    serving, with 0 errors
                    Traceback (most recent call last):
                      File "/srv/shop.py", line 7, in <module>
                        serve(port)
                    shop.Closed
                    """),
                sample(
                        "Java",
                        "it printed \"Exception in thread \"main\" java.lang.IllegalStateException: no currencies\""
                                + " and \"Caused by: java.lang.NumberFormatException: For input string: \"many\"\"",
                        """
                        Exception in thread "main" java.lang.IllegalStateException: no currencies
                        \tat shop.Main.main(Main.java:12)
                        Caused by: java.lang.RuntimeException: wrapped
                        \tat shop.Main.main(Main.java:10)
                        \t... 1 more
                        Caused by: java.lang.NumberFormatException: For input string: "many"
                        \tat java.base/java.lang.Integer.parseInt(Integer.java:668)
                        \t... 2 more
                        """),
                sample(
                        "Spring Boot",
                        "it printed \"APPLICATION FAILED TO START\" and \"Web server failed to start. Port 8080 was"
                                + " already in use.\"",
                        """
                        2026-11-27T12:00:00.000Z  INFO 7 --- [main] shop.Shop : Starting Shop using Java 17
                        2026-11-27T12:00:01.000Z  WARN 7 --- [main] ConfigServletWebServerApplicationContext : Exception encountered during context initialization - cancelling refresh attempt: org.springframework.context.ApplicationContextException: Failed to start bean 'webServerStartStop'
                        2026-11-27T12:00:01.100Z ERROR 7 --- [main] o.s.b.d.LoggingFailureAnalysisReporter :

                        ***************************
                        APPLICATION FAILED TO START
                        ***************************

                        Description:

                        Web server failed to start. Port 8080 was already in use.

                        Action:

                        Identify and stop the process that's listening on port 8080 or configure this application to listen on another port.
                        """),
                sample(
                        "Rust",
                        "it printed \"thread 'main' panicked at src/main.rs:4:5:\" and \"called `Result::unwrap()` on"
                                + " an `Err` value: AddrInUse\"",
                        """
                        listening soon
                        thread 'main' panicked at src/main.rs:4:5:
                        called `Result::unwrap()` on an `Err` value: AddrInUse
                        note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
                        """),
                sample(
                        "Go",
                        "it printed \"panic: runtime error: invalid memory address or nil pointer dereference\"",
                        """
                        panic: runtime error: invalid memory address or nil pointer dereference
                        [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4553c6]

                        goroutine 1 [running]:
                        main.main()
                        \t/srv/shop.go:8 +0x1d
                        exit status 2
                        """),
                sample(
                        "Kafka",
                        "it printed \"[2026-11-27 12:00:00,123] ERROR [KafkaServer id=0] Fatal error during KafkaServer"
                                + " startup. Prepare to shutdown (kafka.server.KafkaServer)\" and"
                                + " \"java.lang.IllegalArgumentException: requirement failed: bad listeners\"",
                        """
                        [2026-11-27 12:00:00,100] INFO Registered kafka:type=kafka.Log4jController MBean (kafka.utils.Log4jControllerRegistration$)
                        [2026-11-27 12:00:00,123] ERROR [KafkaServer id=0] Fatal error during KafkaServer startup. Prepare to shutdown (kafka.server.KafkaServer)
                        java.lang.IllegalArgumentException: requirement failed: bad listeners
                        \tat scala.Predef$.require(Predef.scala:337)
                        \tat kafka.Kafka.main(Kafka.scala)
                        [2026-11-27 12:00:00,130] INFO [KafkaServer id=0] shutting down (kafka.server.KafkaServer)
                        [2026-11-27 12:00:00,140] ERROR Exiting Kafka due to fatal exception during startup. (kafka.Kafka$)
                        [2026-11-27 12:00:00,141] INFO App info kafka.server for 0 unregistered (org.apache.kafka.common.utils.AppInfoParser)
                        """),
                sample(
                        "ZooKeeper",
                        "it printed \"2026-11-27 12:00:00,123 [myid:] - ERROR [main:o.a.z.s.q.QuorumPeerMain@99] -"
                                + " Invalid config, exiting abnormally\" and \"Caused by:"
                                + " java.lang.IllegalArgumentException: /zoo.cfg file is missing\"",
                        """
                        2026-11-27 12:00:00,120 [myid:] - INFO  [main:o.a.z.s.q.QuorumPeerConfig@177] - Reading configuration from: /zoo.cfg
                        2026-11-27 12:00:00,123 [myid:] - ERROR [main:o.a.z.s.q.QuorumPeerMain@99] - Invalid config, exiting abnormally
                        org.apache.zookeeper.server.quorum.QuorumPeerConfig$ConfigException: Error processing /zoo.cfg
                        \tat org.apache.zookeeper.server.quorum.QuorumPeerConfig.parse(QuorumPeerConfig.java:198)
                        Caused by: java.lang.IllegalArgumentException: /zoo.cfg file is missing
                        \tat org.apache.zookeeper.server.util.VerifyingFileFactory.doFailForNonExistingPath(VerifyingFileFactory.java:54)
                        \t... 2 more
                        Invalid config, exiting abnormally
                        2026-11-27 12:00:00,130 [myid:] - INFO  [main:o.a.z.a.ZKAuditProvider@42] - ZooKeeper audit is disabled.
                        2026-11-27 12:00:00,131 [myid:] - ERROR [main:o.a.z.u.ServiceUtils@42] - Exiting JVM with code 2
                        """),
                sample(
                        "Redis",
                        "it printed \"7:C 27 Nov 2026 12:00:00.000 # Fatal error, can't open config file '/r.conf': No"
                                + " such file or directory\"",
                        """
                        7:C 27 Nov 2026 12:00:00.000 # Fatal error, can't open config file '/r.conf': No such file or directory
                        7:C 27 Nov 2026 12:00:00.000 * bye
                        """),
                sample(
                        "Redis on a wrong option",
                        "it printed \"*** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***\" and \"Reading the configuration"
                                + " file, at line 2\"",
                        """

                        *** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***
                        Reading the configuration file, at line 2
                        >>> 'prot 6379'
                        Bad directive or wrong number of arguments
                        """),
                sample(
                        "RabbitMQ",
                        "it printed \"2026-11-27 12:00:00.000000+00:00 [error] <0.130.0> BOOT FAILED\" and"
                                + " \"2026-11-27 12:00:00.000000+00:00 [error] <0.130.0> ERROR: distribution port 25672 in"
                                + " use by another node\"",
                        """
                        2026-11-27 12:00:00.000000+00:00 [info] <0.130.0> Starting RabbitMQ
                        2026-11-27 12:00:00.000000+00:00 [error] <0.130.0>
                        2026-11-27 12:00:00.000000+00:00 [error] <0.130.0> BOOT FAILED
                        2026-11-27 12:00:00.000000+00:00 [error] <0.130.0> ===========
                        2026-11-27 12:00:00.000000+00:00 [error] <0.130.0> ERROR: distribution port 25672 in use by another node
                        2026-11-27 12:00:00.000000+00:00 [error] <0.130.0>
                        """),
                sample("a program that shows how to use it", "it printed \"shopd: unrecognized option '--prot'\"", """
                    shopd: unrecognized option '--prot'
                    Usage: shopd [OPTION]...
                    Try 'shopd --help' for more information.
                    """),
                sample("a log in JSON", "it printed \"{\"level\":\"error\",\"msg\":\"cannot open shop.db\"}\"", """
                    {"level":"info","msg":"errors are reported to ERROR.log"}
                    {"level":"error","msg":"cannot open shop.db"}
                    {"level":"info","msg":"bye"}
                    """),
                sample("a level that is only spoken of", "its last line is \"bye\"", """
                    log level set to ERROR
                    INFO no ERROR yet
                    finished with 0 errors
                    bye
                    """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void is_the_one_that_says_why(String program, String telling, List<String> output) {
        assertThat(TellingLine.in(lines(output)).map(TellingLine::quoted)).contains(telling);
    }

    @Test
    void is_none_where_nothing_was_printed() {
        assertThat(TellingLine.in(List.of())).isEmpty();
        assertThat(TellingLine.in(lines(List.of("", "  ")))).isEmpty();
    }

    @Test
    void is_no_stack_frame_however_many_there_are() {
        List<String> output = new ArrayList<>(List.of("Exception in thread \"main\" java.lang.StackOverflowError"));
        IntStream.range(0, 900).forEach(frame -> output.add("\tat shop.Main.loop(Main.java:" + frame + ")"));

        assertThat(TellingLine.in(lines(output)).map(TellingLine::quoted))
                .contains("it printed \"Exception in thread \"main\" java.lang.StackOverflowError\"");
        assertThat(TellingLine.in(lines(output.subList(1, output.size()))).map(TellingLine::isComplaint))
                .contains(false);
    }

    @Test
    void is_no_error_that_the_service_survived_for_long() {
        List<String> output = new ArrayList<>(List.of("ERROR cache is cold, going on"));
        IntStream.range(0, 20).forEach(order -> output.add("order " + order));

        assertThat(TellingLine.in(lines(output)).map(TellingLine::quoted)).contains("its last line is \"order 19\"");
    }

    @Test
    void is_no_failure_of_an_earlier_moment() {
        SeenLine earlier = new SeenLine("no such file, using defaults", true, NOON, text -> text);
        SeenLine last = new SeenLine("bye", true, NOON.plusSeconds(1), text -> text);

        assertThat(TellingLine.in(List.of(earlier, last)).map(TellingLine::quoted))
                .contains("its last line is \"bye\"");
    }

    @Test
    void has_no_secret_and_is_cut() {
        SeenLine line = new SeenLine(
                "FATAL: wrong password hunter22 " + "x".repeat(500),
                true,
                NOON,
                text -> text.replace("hunter22", "***"));

        assertThat(TellingLine.in(List.of(line)).map(TellingLine::quoted))
                .hasValueSatisfying(quoted -> assertThat(quoted)
                        .startsWith("its last line is \"FATAL: wrong password *** x")
                        .endsWith("x…\""));
    }

    private static List<SeenLine> lines(List<String> output) {
        return output.stream()
                .map(text -> new SeenLine(text, true, NOON, mask -> mask))
                .collect(Collectors.toList());
    }

    private static Arguments sample(String program, String telling, String output) {
        return Arguments.of(program, telling, output.lines().toList());
    }
}
