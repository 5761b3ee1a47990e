package io.github.managedservice.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts services so that each comes after those it depends on; otherwise they keep the order of declaration. */
final class StartOrder {

    private final Map<String, ServiceSpec> specs;
    private final Set<String> all;
    private final List<ServiceSpec> sorted = new ArrayList<>();
    private final Set<String> path = new LinkedHashSet<>();

    private StartOrder(Map<String, ServiceSpec> specs, Set<String> all) {
        this.specs = specs;
        this.all = all;
    }

    /**
     * Sorts.
     *
     * @param specs those to start, by name
     * @param all the names of these and of those that run already
     * @throws IllegalArgumentException if a dependency is not known, or depends on itself in the end
     */
    static List<ServiceSpec> of(Map<String, ServiceSpec> specs, Set<String> all) {
        StartOrder order = new StartOrder(specs, all);
        specs.values().forEach(order::visit);
        return order.sorted;
    }

    private void visit(ServiceSpec spec) {
        if (sorted.contains(spec)) {
            return;
        }
        if (!path.add(spec.name)) {
            throw new IllegalArgumentException("dependsOn: the services need each other in a circle: "
                    + String.join(" -> ", path) + " -> " + spec.name);
        }
        for (String dependency : new SpecPlaceholders(spec).dependencies(all)) {
            if (!all.contains(dependency)) {
                throw new IllegalArgumentException("dependsOn = \"" + dependency + "\" of service '" + spec.name
                        + "': there is no such service; there are " + all);
            }
            if (specs.containsKey(dependency)) {
                visit(specs.get(dependency));
            }
        }
        path.remove(spec.name);
        sorted.add(spec);
    }
}
