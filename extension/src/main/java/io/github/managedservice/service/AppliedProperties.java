package io.github.managedservice.service;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * System properties that are set while a service runs.
 *
 * @param before what they were, empty where they were not set
 */
record AppliedProperties(Map<String, Optional<String>> before) implements AutoCloseable {

    AppliedProperties {
        before = Map.copyOf(before);
    }

    static AppliedProperties apply(ServiceSpec spec, Function<Template, String> fill) {
        // Fill all before the first is set: a text without a value must leave nothing changed.
        Map<String, String> values = new LinkedHashMap<>();
        spec.systemProperties.forEach((name, template) -> values.put(name, fill.apply(template)));
        Map<String, Optional<String>> before = new HashMap<>();
        values.forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
        return new AppliedProperties(before);
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
    }
}
