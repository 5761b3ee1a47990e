package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.declaration.PlaceholderNames.Holder;
import io.github.managedservice.internal.declaration.PlaceholderNames.PeerReference;
import io.github.managedservice.internal.declaration.ProcessValues;
import io.github.managedservice.internal.declaration.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of placeholders for one service, with those captured from its output. */
public final class Placeholders {

    private final Declaration spec;
    private final Whereabouts whereabouts;
    private final Peers peers;
    private volatile Map<String, String> captured = Map.of();

    /** Where a service can be found. */
    public interface Whereabouts {

        String host();

        /** A port by the NAME in {@code ${port.NAME}}, which is empty for the service's own port. */
        Optional<Integer> port(String name);

        /** The class path of the tests, or a jar that stands for it. */
        default String classPath() {
            return ProcessValues.classPath();
        }

        Optional<Path> tempDir();
    }

    /** Finds the other services that placeholders may mention, once they have started. */
    public record Peers(Set<String> names, Function<String, Optional<Placeholders>> find) {

        public static Peers none() {
            return new Peers(Set.of(), name -> Optional.empty());
        }

        private Optional<Placeholders> find(String name) {
            return find.apply(name);
        }
    }

    public Placeholders(Declaration spec, Whereabouts whereabouts, Peers peers) {
        this.spec = spec;
        this.whereabouts = whereabouts;
        this.peers = peers;
    }

    public String fill(Template template) {
        return template.fill(this::value);
    }

    List<String> fill(List<Template> templates) {
        List<String> filled = new ArrayList<>();
        for (Template template : templates) {
            filled.add(fill(template));
        }
        return filled;
    }

    /** What {@code ${service.NAME}} means to other services. */
    public Optional<String> shared(String name) {
        return name.equals(PlaceholderNames.HOST) ? Optional.of(whereabouts.host()) : own(name);
    }

    Set<String> sharedNames() {
        return spec.shared();
    }

    Optional<String> captured(String group) {
        return Optional.ofNullable(captured.get(group));
    }

    /** Later lines win. */
    synchronized void capture(Map<String, String> groups) {
        Map<String, String> merged = new HashMap<>(captured);
        merged.putAll(groups);
        captured = Map.copyOf(merged);
    }

    synchronized void forgetCaptured() {
        captured = Map.of();
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case PlaceholderNames.JAVA -> Optional.of(ProcessValues.java());
            case PlaceholderNames.CLASS_PATH -> Optional.of(whereabouts.classPath());
            case PlaceholderNames.TEMP_DIR -> text(whereabouts.tempDir());
            default -> PlaceholderNames.isOfEnvironment(name) ? ProcessValues.value(name) : ofService(name);
        };
    }

    private Optional<String> ofService(String name) {
        Optional<String> value = shared(name);
        if (value.isEmpty()) {
            value = mention(name);
        }
        return value.isEmpty() ? absent(name) : value;
    }

    private static Optional<String> text(Optional<?> value) {
        return value.isPresent() ? Optional.of(value.get().toString()) : Optional.empty();
    }

    /** A port or a group of this service. */
    private Optional<String> own(String name) {
        Optional<String> told = captured(name);
        Optional<String> port = told.isPresent() ? Optional.empty() : PlaceholderNames.portOf(name);
        return port.isPresent() ? text(whereabouts.port(port.get())) : told;
    }

    /** A service by its name and a dot: this one itself, or a peer. */
    private Optional<String> mention(String name) {
        Set<String> services = new HashSet<>(peers.names());
        services.add(spec.name());
        Optional<PeerReference> mentioned = PeerReference.of(name, services);
        if (mentioned.isEmpty()) {
            return Optional.empty();
        }
        String service = mentioned.get().service();
        Optional<Placeholders> holder = service.equals(spec.name()) ? Optional.of(this) : peers.find(service);
        return holder.isPresent() ? holder.get().shared(mentioned.get().rest()) : Optional.empty();
    }

    /** A known name without a value has none; an unknown one is a mistake. */
    private Optional<String> absent(String name) {
        if (known().contains(name)) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("'${%s}' is not known to service '%s'; known: %s"
                .formatted(
                        name,
                        spec.name(),
                        known().stream().map(known -> "${" + known + "}").collect(Collectors.joining(", "))));
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(sharedNames());
        for (PlaceholderNames.Row row : PlaceholderNames.TABLE) {
            if (row.holder() == Holder.JVM || row.holder() == Holder.USING_DECLARATION) {
                known.add(row.shown());
            }
        }
        for (String peer : peers.names()) {
            peers.find(peer).ifPresent(started -> started.sharedNames().forEach(rest -> known.add(peer + "." + rest)));
        }
        return known;
    }
}
