package io.github.managedservice.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The placeholders that a declaration uses, and those it may use. */
record SpecPlaceholders(ServiceSpec spec) {

    private static final String PORT = "port";
    private static final Set<String> OWN = Set.of(PORT, "host", "java", "classpath", "tempDir");
    private static final List<String> SHOWN =
            List.of("port", "port.NAME", "host", "java", "classpath", "tempDir", "env.NAME", "sys.NAME");

    /** The texts that are filled before the process is started, each with the element it stands in. */
    private Stream<Element> launch() {
        return Stream.of(
                        spec.command.stream().map(word -> new Element("command", word)),
                        spec.env.values().stream().map(value -> new Element("env", value)),
                        spec.directory.stream().map(value -> new Element("directory", value)),
                        spec.stopCommand.stream().map(word -> new Element("stopCommand", word)))
                .flatMap(elements -> elements);
    }

    /** The texts that are filled while or after the service becomes ready. */
    private Stream<Element> late() {
        return Stream.concat(
                spec.declaredReadiness.stream()
                        .flatMap(Readiness::templates)
                        .map(template -> new Element("readiness", template)),
                spec.systemProperties.values().stream().map(value -> new Element("systemProperties", value)));
    }

    /** The ports to lease, as named after {@code port.}, the service's own port being {@code ""}; in order of use. */
    List<String> leasedPorts() {
        Set<String> ports = new LinkedHashSet<>();
        if (spec.fixedPort != 0) {
            ports.add("");
        }
        launch().flatMap(Element::names).forEach(name -> portOf(name).ifPresent(ports::add));
        // Once the output has told the port, that is the one that is meant.
        late().flatMap(Element::names)
                .filter(name -> !(name.equals(PORT) && groups().contains(PORT)))
                .forEach(name -> portOf(name).ifPresent(ports::add));
        return List.copyOf(ports);
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
        return Stream.concat(launch(), late()).flatMap(Element::names).anyMatch("tempDir"::equals);
    }

    private List<String> groups() {
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
        Stream.concat(launch(), late())
                .flatMap(Element::names)
                .filter(name -> !isOwn(name))
                .forEach(name -> PeerReference.of(name, others)
                        .map(PeerReference::service)
                        .ifPresent(dependencies::add));
        dependencies.remove(spec.name);
        return dependencies;
    }

    /**
     * Checks that every placeholder is known and will have a value.
     *
     * @param peers all services that may be mentioned, by name
     * @throws IllegalArgumentException if one is not; the message lists the known ones
     */
    void check(Map<String, ServiceSpec> peers) {
        launch().forEach(element -> check(element, false, peers));
        late().forEach(element -> check(element, true, peers));
    }

    private void check(Element element, boolean late, Map<String, ServiceSpec> peers) {
        element.template().references().forEach(reference -> {
            if (!isKnown(reference.name(), late, peers)) {
                throw new IllegalArgumentException("%s = \"%s\": '${%s}' is not known; known are %s"
                        .formatted(element.name(), element.template().source(), reference.name(), known(late, peers)));
            }
            if (reference.fallback().isEmpty()) {
                ProcessValues.missing(reference.name()).ifPresent(missing -> {
                    throw new IllegalArgumentException("%s = \"%s\": %s; a default can be given: '${%s:-…}'"
                            .formatted(element.name(), element.template().source(), missing, reference.name()));
                });
            }
        });
    }

    private boolean isKnown(String name, boolean late, Map<String, ServiceSpec> peers) {
        return isOwn(name) || (late && groups().contains(name)) || isShared(name, peers);
    }

    private static boolean isShared(String name, Map<String, ServiceSpec> peers) {
        return PeerReference.of(name, peers.keySet())
                .filter(reference -> Optional.ofNullable(peers.get(reference.service()))
                        .map(SpecPlaceholders::new)
                        .filter(peer -> peer.shared().contains(reference.rest()))
                        .isPresent())
                .isPresent();
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name) || ProcessValues.isOne(name) || name.startsWith(PORT + ".");
    }

    private String known(boolean late, Map<String, ServiceSpec> peers) {
        List<String> known = new ArrayList<>(SHOWN);
        if (late) {
            known.addAll(groups());
        }
        peers.forEach((name, peer) -> {
            if (!name.equals(spec.name)) {
                new SpecPlaceholders(peer).shared().forEach(rest -> known.add(name + "." + rest));
            }
        });
        return known.stream().map(name -> "${" + name + "}").collect(Collectors.joining(", "));
    }

    private record Element(String name, Template template) {
        Stream<String> names() {
            return template.names().stream();
        }
    }
}
