package io.github.managedservice.service;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The values of placeholders for one service that is being started or runs.
 *
 * @param spec its declaration
 * @param resources its ports and directories
 * @param peers the other services that may be mentioned
 */
record Placeholders(ServiceSpec spec, ServiceResources resources, Peers peers) {

    static final String HOST = "127.0.0.1";

    /** Fills a text that is needed before the service has printed anything. */
    String atLaunch(Template template) {
        return template.fill(name -> value(name, Map.of()));
    }

    /** Fills a text with what is known by now, captured groups included. */
    String now(Template template, Map<String, String> captured) {
        return template.fill(name -> value(name, captured));
    }

    /** What others mean by this service's name, a dot, and this. */
    Optional<String> shared(String name, Map<String, String> captured) {
        return name.equals("host") ? Optional.of(HOST) : own(name, captured);
    }

    private Optional<String> value(String name, Map<String, String> captured) {
        return switch (name) {
            case "host" -> Optional.of(HOST);
            case "java" -> Optional.of(ProcessValues.java());
            case "classpath" -> Optional.of(ProcessValues.classPath());
            case "tempDir" -> resources.tempDir().map(TempDirectory::path).map(Object::toString);
            default ->
                ProcessValues.isOne(name)
                        ? ProcessValues.value(name)
                        : own(name, captured).or(() -> mention(name, captured)).or(() -> absent(name));
        };
    }

    /** A port or a group of this service. */
    private Optional<String> own(String name, Map<String, String> captured) {
        if (captured.containsKey(name)) {
            return Optional.of(captured.get(name));
        }
        return SpecPlaceholders.portOf(name)
                .map(port -> resources.ports().get(port))
                .map(lease -> Integer.toString(lease.port()));
    }

    /** A service by its name and a dot: this one itself, or a peer. */
    private Optional<String> mention(String name, Map<String, String> captured) {
        Set<String> services = new HashSet<>(peers.names());
        services.add(spec.name);
        return PeerReference.of(name, services)
                .flatMap(mentioned -> mentioned.service().equals(spec.name)
                        ? shared(mentioned.rest(), captured)
                        : peers.find(mentioned.service()).flatMap(peer -> peer.shared(mentioned.rest())));
    }

    /** A known name without a value has none; an unknown one is a mistake. */
    private Optional<String> absent(String name) {
        if (known().contains(name)) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("'${%s}' is not known to service '%s'; known are %s"
                .formatted(
                        name,
                        spec.name,
                        known().stream().map(known -> "${" + known + "}").collect(Collectors.joining(", "))));
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(new SpecPlaceholders(spec).shared());
        known.addAll(Set.of("java", "classpath", "tempDir", "env.NAME", "sys.NAME"));
        for (String peer : peers.names()) {
            peers.find(peer).ifPresent(started -> started.sharedNames().forEach(rest -> known.add(peer + "." + rest)));
        }
        return known;
    }
}
