package io.github.managedservice.internal.declaration;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of mistakes in declarations, word for word. */
class DeclarationProblemsTests {

    @ParameterizedTest
    @MethodSource("mistakesInOneService")
    void one_mistake_of_a_service_is_told_with_its_place(ServiceSpec.Builder declared, String message) {
        assertThatIllegalArgumentException().isThrownBy(declared::build).withMessage(message);
    }

    static Stream<Arguments> mistakesInOneService() {
        return Stream.of(
                arguments(ServiceSpec.builder(" "), """
                    A service without a name: 'command' names no program
                      command = " \"\
                    """),
                arguments(ServiceSpec.builder(), """
                    A service without a name: 'command' names no program
                      command = "\"\
                    """),
                arguments(ServiceSpec.builder("/"), """
                    A service without a name: '/' names a directory, not a program
                      command = "/\"\
                    """),
                arguments(ServiceSpec.builder("run", "${port"), """
                    Service 'run': the placeholder has no closing '}'
                      command[1] = "${port\"\
                    """),
                arguments(ServiceSpec.builder("run 'a"), """
                    Service 'run': the quote ' is never closed
                      command = "run 'a"
                                     ^\
                    """),
                arguments(ServiceSpec.builder("run \"a b\" 'c ${}'"), """
                    Service 'run': the placeholder has no name
                      command = "run \\"a b\\" 'c ${}'"
                                                ^^^\
                    """),
                arguments(ServiceSpec.builder("run", "a\0b"), """
                    Service 'run': the character \\u0000 cannot stand here
                      command[1] = "a\\u0000b"
                                     ^^^^^^\
                    """),
                arguments(declared().name("my cache"), """
                    Service 'my cache': a name can have letters, digits, '.', '_' and '-' only
                      name = "my cache\"\
                    """),
                arguments(declared().env("A=1", "B"), """
                    Service 'run': 'env' needs the form 'name=value', and '=' is missing
                      env[1] = "B\"\
                    """),
                arguments(declared().systemProperties("=x"), """
                    Service 'run': 'systemProperties' needs the form 'name=value', and the name is missing
                      systemProperties = "=x\"\
                    """),
                arguments(declared().systemProperties("a=b${c"), """
                    Service 'run': the placeholder has no closing '}'
                      systemProperties = "a=b${c"
                                             ^^^\
                    """),
                arguments(declared().directory("${"), """
                    Service 'run': the placeholder has no closing '}'
                      directory = "${\"\
                    """),
                arguments(declared().readyStatus(401), """
                    Service 'run': 'readyStatus' says which answers to 'readyUrl' mean ready, and there is no 'readyUrl'
                      readyStatus = "401\"\
                    """),
                arguments(declared().readyUrl("/").readyStatus(200, 99), """
                    Service 'run': an HTTP status is a number from 100 to 599
                      readyStatus[1] = "99\"\
                    """),
                arguments(declared().readyUrl("/").readyStatus(600), """
                    Service 'run': an HTTP status is a number from 100 to 599
                      readyStatus = "600\"\
                    """),
                arguments(declared().readyUrl("tcp://localhost:${port}").readyStatus(401, 403), """
                    Service 'run': 'tcp://' has no status; 'readyStatus' needs a 'readyUrl' that is asked by HTTP
                      readyStatus = "401, 403\"\
                    """),
                arguments(declared().readyPattern("\\d+ (ready"), """
                    Service 'run': 'readyPattern' is not a valid regular expression: Unclosed group
                      readyPattern = "\\\\d+ (ready"
                                                 ^\
                    """),
                arguments(declared().failurePattern("a[b"), """
                    Service 'run': 'failurePattern' is not a valid regular expression: Unclosed character class
                      failurePattern = "a[b"
                                          ^\
                    """),
                arguments(declared().readyPattern("(".repeat(60_000)), """
                    Service 'run': 'readyPattern' is not a valid regular expression: Stack overflow during pattern compilation
                      readyPattern = "…(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…"
                                                                                         ^\
                    """),
                arguments(declared().readyPattern("*"), """
                    Service 'run': 'readyPattern' is not a valid regular expression: Dangling meta character '*'
                      readyPattern = "*\"\
                    """),
                arguments(declared().readyUrl("localhost:80"), """
                    Service 'run': the address must begin with 'http://', 'https://' or 'tcp://', or be a path such as '/health'
                      readyUrl = "localhost:80\"\
                    """),
                arguments(declared().readyUrl("http://localhost/a b"), """
                    Service 'run': illegal character in path
                      readyUrl = "http://localhost/a b"
                                                    ^\
                    """),
                arguments(declared().readyUrl("http://${host}:${port}/a b"), """
                    Service 'run': illegal character in path, as in 'http://127.0.0.1:1/a b'
                      readyUrl = "http://${host}:${port}/a b\"\
                    """),
                arguments(declared().readyUrl("tcp://${host}"), """
                    Service 'run': 'tcp://' needs a host and a port
                      readyUrl = "tcp://${host}\"\
                    """),
                arguments(declared().readyUrl("http://localhost:99999/"), """
                    Service 'run': a TCP port is a number from 1 to 65535, not 99999 as in 'http://localhost:99999/'
                      readyUrl = "http://localhost:99999/\"\
                    """),
                arguments(declared().readyCommand(" "), """
                    Service 'run': 'readyCommand' names no program
                      readyCommand = " \"\
                    """),
                arguments(declared().timeout(Duration.ZERO), """
                    Service 'run': 'timeout' must be more than zero and at most 365 days
                      timeout = "PT0S\"\
                    """),
                arguments(declared().stopTimeout(Duration.ofSeconds(-1)), """
                    Service 'run': 'stopTimeout' must be from zero to 365 days
                      stopTimeout = "PT-1S\"\
                    """),
                arguments(declared().port(65536), """
                    Service 'run': 'port' must be from 1 to 65535, or 0 for a free port
                      port = "65536\"\
                    """),
                arguments(declared().stopSignal("sigterm"), """
                    Service 'run': 'stopSignal' must be one of TERM, INT, QUIT, HUP, KILL; did you mean 'TERM'?
                      stopSignal = "sigterm\"\
                    """),
                arguments(declared().stopSignal("USR1"), """
                    Service 'run': 'stopSignal' must be one of TERM, INT, QUIT, HUP, KILL
                      stopSignal = "USR1\"\
                    """));
    }

    @ParameterizedTest
    @MethodSource("mistakesBetweenServices")
    void one_mistake_between_services_is_told_with_its_place(ThrowingCallable grouping, String message) {
        assertThatIllegalArgumentException().isThrownBy(grouping).withMessage(message);
    }

    static Stream<Arguments> mistakesBetweenServices() {
        return Stream.of(
                arguments(group(ServiceSpec.builder("redis --port ${prot}")), """
                    Service 'redis': '${prot}' is not known; did you mean '${port}'?
                      command = "redis --port ${prot}"
                                              ^^^^^^^
                      known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}\
                    """),
                arguments(
                        group(ServiceSpec.builder("run ${port}"), ServiceSpec.builder("web --store=${rnu.port}")), """
                        Service 'web': '${rnu.port}' is not known; did you mean '${run.port}'?
                          command = "web --store=${rnu.port}"
                                                 ^^^^^^^^^^^
                          known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}, ${run.host}, ${run.port}\
                        """),
                arguments(group(declared(), ServiceSpec.builder("web", "${run.port}")), """
                    Service 'web': '${run.port}' is not known, because service 'run' does not use '${port}'
                      command[1] = "${run.port}"
                      known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}, ${run.host}\
                    """),
                arguments(group(declared().env("PATH=${env.PAHT}")), """
                    Service 'run': the environment variable 'PAHT' is not set; did you mean '${env.PATH}'?
                      env = "PATH=${env.PAHT}"
                                  ^^^^^^^^^^^
                      a default can follow ':-', as in '${env.PAHT:-default}'\
                    """),
                arguments(group(declared().env("HOME=${ENV.HOME}")), """
                    Service 'run': '${ENV.HOME}' is not known; did you mean '${env.HOME}'?
                      env = "HOME=${ENV.HOME}"
                                  ^^^^^^^^^^^
                      known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}\
                    """),
                arguments(group(ServiceSpec.builder("run ${number}").readyPattern("(?<number>.)")), """
                    Service 'run': '${number}' is captured from the output, so its value is not known before the start
                      command = "run ${number}"
                                     ^^^^^^^^^
                      known: ${port}, ${host}, ${java}, ${classpath}, ${tempDir}, ${port.NAME}, ${env.NAME}, ${sys.NAME}\
                    """),
                arguments(group(declared(), declared().name("web").dependsOn("run", "Run")), """
                    Service 'web': there is no service 'Run'; did you mean 'run'?
                      dependsOn[1] = "Run"
                      known: run\
                    """),
                arguments(group(declared(), declared()), """
                    Service 'run': two services are called 'run'; give each a name of its own
                      name = "run\"\
                    """),
                arguments(
                        group(
                                ServiceSpec.builder("first", "${a.port}"),
                                ServiceSpec.builder("a", "${b.port}", "${port}"),
                                ServiceSpec.builder("b", "${port}").dependsOn("c"),
                                ServiceSpec.builder("c").dependsOn("a")),
                        "Services 'a', 'b', 'c': each needs the next, by 'dependsOn' or a placeholder, in a circle: a"
                                + " -> b -> c -> a"));
    }

    @Test
    void several_are_told_together() {
        ServiceSpec.Builder declared = ServiceSpec.builder("sh", "-c", "echo \"${port\"\n\texec ${prot}")
                .readyPattern("(?<number>\\d+")
                .systemProperties("a=${number}", "b")
                .stopSignal("term");

        assertThatIllegalArgumentException().isThrownBy(declared::build).withMessage("""
            There are 4 mistakes in the declaration:

            1. Service 'sh': the placeholder has no closing '}'
                 command[2] = "echo \\"${port\\"\\n\\texec ${prot}"
                                      ^^^^^^

            2. Service 'sh': 'readyPattern' is not a valid regular expression: Unclosed group
                 readyPattern = "(?<number>\\\\d+"
                                               ^

            3. Service 'sh': 'systemProperties' needs the form 'name=value', and '=' is missing
                 systemProperties[1] = "b"

            4. Service 'sh': 'stopSignal' must be one of TERM, INT, QUIT, HUP, KILL; did you mean 'TERM'?
                 stopSignal = "term\"\
            """);
    }

    @Test
    void of_a_long_value_only_the_surroundings_are_shown() {
        ServiceSpec.Builder declared = ServiceSpec.builder("run", "x".repeat(300) + "${}" + "y".repeat(300));

        assertThatIllegalArgumentException().isThrownBy(declared::build).withMessage("""
            Service 'run': the placeholder has no name
              command[1] = "…xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx${}yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…"
                                                                               ^^^\
            """);
    }

    private static ThrowingCallable group(ServiceSpec.Builder... declared) {
        List<ServiceSpec> specs =
                Stream.of(declared).map(ServiceSpec.Builder::build).toList();
        return () -> ServiceGroup.of("", specs, Optional.empty());
    }

    private static ServiceSpec.Builder declared() {
        return ServiceSpec.builder("run");
    }
}
