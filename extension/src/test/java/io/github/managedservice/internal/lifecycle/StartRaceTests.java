package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.UnleasedPort;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.readiness.Starting;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(OS.LINUX)
class StartRaceTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path folder;

    StartRaceTests(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<String> debugSwitches() throws Exception {
        return Stream.of("false", "true", Integer.toString(UnleasedPort.find()));
    }

    @ParameterizedTest
    @MethodSource("debugSwitches")
    void reminds_of_the_address_that_a_debugger_is_awaited_at(String value) throws Exception {
        ServiceSpec spec = ServiceSpec.builder("${java}")
                .name("reminded-" + value)
                .readyWhen(Readiness.check("a cow flies", service -> false))
                .build();
        Switches switches = Switches.of(
                Set.of(spec.name()),
                name -> Optional.of(value).filter(its -> name.equals(Switches.debugName(spec.name()))));
        Optional<DebugPort> debugger = DebugPort.claim(spec.declaration(), folder.resolve("service.log"), switches);
        try (LoggedMessages logged = new LoggedMessages()) {

            assertThat(await(spec, switches, debugger)).isPresent();

            String attach = debugger.map(port -> " (debugger: attach to " + port.address() + ")")
                    .orElse("");
            assertThat(logged.all())
                    .filteredOn(message -> message.startsWith("Service '" + spec.name() + "' is not ready"))
                    .extracting(message -> message.replaceFirst(": check .*", ""))
                    .containsExactly(
                            "Service '" + spec.name() + "' is not ready after 5 s" + attach,
                            "Service '" + spec.name() + "' is not ready after 10 s" + attach,
                            "Service '" + spec.name() + "' is not ready after 20 s" + attach);
        } finally {
            debugger.ifPresent(DebugPort::close);
        }
    }

    private Optional<StartFailure> await(ServiceSpec spec, Switches switches, Optional<DebugPort> debugger)
            throws Exception {
        Launch launch = new Launch(List.of("/bin/sleep", "1000"), folder, Map.of(), MarkNumbers.newMark());
        QuickTime time = QuickTime.during(LIMIT);
        try (OutputLog log = OutputLog.open(folder.resolve("service.log"))) {
            ServiceRun run = ServiceRun.start(spec.name(), launch, Optional.empty(), log, time);
            Starting starting = new Starting(named(spec.name()), Optional.empty(), LIMIT, log, 0, new NoContext());
            try (StartRace wait = new StartRace(
                    spec.declaration(),
                    switches,
                    LIMIT,
                    run,
                    starting,
                    () -> SecretMask.of(List.of(), Map.of(), List.of()),
                    debugger,
                    time)) {
                return wait.await();
            } finally {
                run.end();
            }
        }
    }

    private static final class NoContext implements Starting.Context {

        @Override
        public String fill(Template template) {
            return template.source();
        }

        @Override
        public Launch launch(List<String> command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void capture(Map<String, String> groups) {}
    }

    /** A service that only has a name. */
    private static RunningService named(String name) {
        return (RunningService) Proxy.newProxyInstance(
                RunningService.class.getClassLoader(), new Class<?>[] {RunningService.class}, (proxy, method, none) -> {
                    assertThat(method.getName()).isEqualTo("name");
                    return name;
                });
    }
}
