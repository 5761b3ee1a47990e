package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.Template;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * System properties that are set while a service runs. Where several services set one, the last start wins. Once all
 * have ended, in any order, the property is what it was before the first.
 */
final class AppliedProperties implements AutoCloseable {

    /** The properties that are set by services now. Guarded by itself. */
    private static final Map<String, Layers> CHANGED = new HashMap<>();

    private final Map<String, String> values;

    /** What a property was before, and what it was set to since, in the order of starts. */
    private record Layers(Optional<String> before, Map<AppliedProperties, String> values) {

        Optional<String> current() {
            return values.values().stream().reduce((first, second) -> second).or(() -> before);
        }
    }

    private AppliedProperties(Map<String, String> values) {
        this.values = values;
    }

    static AppliedProperties none() {
        return new AppliedProperties(Map.of());
    }

    static AppliedProperties apply(Declaration spec, Function<Template, String> fill) {
        if (spec.systemProperties().isEmpty()) {
            return none();
        }
        // Fill all before the first is set: a text without a value must leave nothing changed.
        Map<String, String> values = new LinkedHashMap<>();
        spec.systemProperties().forEach((name, template) -> values.put(name, fill.apply(template)));
        AppliedProperties applied = new AppliedProperties(values);
        synchronized (CHANGED) {
            values.forEach(applied::set);
        }
        return applied;
    }

    private void set(String name, String value) {
        CHANGED.computeIfAbsent(
                        name, key -> new Layers(Optional.ofNullable(System.getProperty(key)), new LinkedHashMap<>()))
                .values
                .put(this, value);
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        synchronized (CHANGED) {
            for (String name : values.keySet()) {
                restore(name);
            }
        }
    }

    private void restore(String name) {
        @Nullable Layers layers = CHANGED.get(name);
        if (layers == null || layers.values.remove(this) == null) {
            return;
        }
        layers.current().ifPresentOrElse(value -> System.setProperty(name, value), () -> System.clearProperty(name));
        if (layers.values.isEmpty()) {
            CHANGED.remove(name);
        }
    }
}
