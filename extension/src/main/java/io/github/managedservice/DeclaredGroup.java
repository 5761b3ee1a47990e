package io.github.managedservice;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Services that are started together, once or for each test. They are checked again only if others are around them. */
final class DeclaredGroup {

    private final List<Declaration> specs;

    /** Tests may run at the same time; at worst each of them checks. */
    private volatile Optional<Checked> last = Optional.empty();

    private record Checked(Optional<DeclaredServices> around, Injector injector) {}

    DeclaredGroup(List<Declaration> specs) {
        this.specs = specs;
    }

    List<Declaration> specs() {
        return specs;
    }

    boolean isEmpty() {
        return specs.isEmpty();
    }

    /** Checks the services where others are visible. If there are mistakes, none of them may be started. */
    Optional<Injector> check(Optional<Injector> around, Set<String> endingBefore, DeclarationProblems problems) {
        if (isEmpty()) {
            return around;
        }
        Optional<DeclaredServices> outer =
                around.isPresent() ? Optional.of(around.get().declared()) : Optional.empty();
        Injector injector = new Injector(DeclaredServices.of(specs, outer, endingBefore, problems));
        last = Optional.of(new Checked(outer, injector));
        return Optional.of(injector);
    }

    /** Gives what is visible once the services have started. */
    Injector checked(Class<?> testClass, Optional<DeclaredServices> around) {
        Optional<Checked> known = last;
        if (known.isPresent() && known.get().around.equals(around)) {
            return known.get().injector;
        }
        DeclarationProblems problems = new DeclarationProblems();
        Injector injector = new Injector(DeclaredServices.of(specs, around, problems));
        problems.throwIfAny("Class " + testClass.getName(), ExtensionConfigurationException::new);
        last = Optional.of(new Checked(around, injector));
        return injector;
    }
}
