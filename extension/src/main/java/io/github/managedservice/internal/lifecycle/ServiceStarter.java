package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.RunningService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts a service, or uses the instance that a switch names. */
public final class ServiceStarter {

    private ServiceStarter() {}

    /** Starts a service that stands alone, by the switches among the system properties. */
    public static RunningService start(Declaration declaration) {
        HeadStart.take();
        DeclarationProblems problems = new DeclarationProblems();
        DeclaredServices.of(List.of(declaration), Optional.empty(), problems);
        problems.throwIfAny("", IllegalArgumentException::new);
        return start(declaration, "", Peers.none(), Switches.ofSystemProperties(Set.of(declaration.name())));
    }

    /** The owner names the folder of the log. */
    public static LiveService start(Declaration declaration, String owner, Peers peers, Switches switches) {
        Path log = LogFiles.of(switches, owner, declaration.name());
        Optional<ExternalAddress> external = switches.external(declaration.name());
        return external.isPresent()
                ? ExternalService.use(declaration, external.get(), log, peers, switches)
                : StartedService.start(declaration, log, peers, switches, Time.REAL);
    }
}
