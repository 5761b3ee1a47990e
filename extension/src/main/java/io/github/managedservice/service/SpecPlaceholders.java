package io.github.managedservice.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The placeholders that a declaration uses, and those by which others may mention its service. */
record SpecPlaceholders(ServiceSpec spec) {

    /** What to do about a service without a port. */
    static final String TO_HAVE_A_PORT =
            "use '${port}' in its declaration, or have the ready pattern capture the port that it prints, as 'port (?<port>\\\\d+)' does";

    private static final String PORT = "port";

    /** The ports to lease, as named after {@code port.}, the service's own port being {@code ""}; in order of use. */
    List<String> leasedPorts() {
        Set<String> ports = new LinkedHashSet<>();
        if (spec.fixedPort != 0) {
            ports.add("");
        }
        names(spec.launchTexts).forEach(name -> portOf(name).ifPresent(ports::add));
        // Once the output has told the port, that is the one that is meant.
        names(spec.lateTexts)
                .filter(name -> !(name.equals(PORT) && groups().contains(PORT)))
                .forEach(name -> portOf(name).ifPresent(ports::add));
        return List.copyOf(ports);
    }

    private static Stream<String> names(List<DeclaredText> texts) {
        return texts.stream().flatMap(text -> text.template().names().stream());
    }

    /** The names of all placeholders, in order of use. */
    Stream<String> names() {
        return Stream.concat(names(spec.launchTexts), names(spec.lateTexts));
    }

    /** The placeholder for a leased port. */
    static String portPlaceholder(String port) {
        return port.isEmpty() ? PORT : PORT + "." + port;
    }

    /** The NAME of a placeholder for a port, empty for the own one; nothing if it is for something else. */
    static Optional<String> portOf(String placeholder) {
        if (placeholder.equals(PORT)) {
            return Optional.of("");
        }
        return placeholder.startsWith(PORT + ".")
                ? Optional.of(placeholder.substring(PORT.length() + 1))
                : Optional.empty();
    }

    /** Whether <code>${tempDir}</code> is used. */
    boolean tempDir() {
        return names().anyMatch("tempDir"::equals);
    }

    /** Whether <code>${classpath}</code> is used. */
    boolean classPath() {
        return names().anyMatch("classpath"::equals);
    }

    /** What the output may tell. */
    List<String> groups() {
        return spec.declaredReadiness.map(Readiness::groups).orElse(List.of());
    }

    /** What others may say of this service after its name and a dot. */
    Set<String> shared() {
        Set<String> shared = new TreeSet<>(groups());
        shared.add("host");
        spec.ports.forEach(port -> shared.add(portPlaceholder(port)));
        return shared;
    }

    /** The services, of those given, that this one mentions or depends on. */
    Set<String> dependencies(Set<String> others) {
        Set<String> dependencies = new LinkedHashSet<>(spec.dependsOn);
        names().filter(name -> !PlaceholderCheck.isOwn(name))
                .forEach(name -> PeerReference.of(name, others)
                        .map(PeerReference::service)
                        .ifPresent(dependencies::add));
        dependencies.remove(spec.name);
        return dependencies;
    }
}
