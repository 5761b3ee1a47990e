package io.github.managedservice.internal.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts services so that each comes after those it depends on; otherwise they keep the order of declaration. */
final class StartOrder {

    private final Map<String, Declaration> specs;
    private final Set<String> all;
    private final DeclarationProblems problems;
    private final Map<String, Declaration> sorted = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();

    private StartOrder(Map<String, Declaration> specs, Set<String> all, DeclarationProblems problems) {
        this.specs = specs;
        this.all = all;
        this.problems = problems;
    }

    static List<Declaration> of(Map<String, Declaration> specs, Set<String> all, DeclarationProblems problems) {
        StartOrder order = new StartOrder(specs, all, problems);
        for (Declaration spec : specs.values()) {
            order.visit(spec);
        }
        return List.copyOf(order.sorted.values());
    }

    private void visit(Declaration spec) {
        if (sorted.containsKey(spec.name())) {
            return;
        }
        if (path.contains(spec.name())) {
            List<String> circle = path.subList(path.indexOf(spec.name()), path.size());
            problems.add(
                    circle.stream().collect(Collectors.joining("', '", "services '", "'")),
                    "each needs the next, by 'dependsOn' or a placeholder, in a circle: " + String.join(" -> ", circle)
                            + " -> " + spec.name());
            return;
        }
        path.add(spec.name());
        for (String dependency : spec.dependencies(all)) {
            if (specs.containsKey(dependency)) {
                visit(specs.get(dependency));
            }
        }
        path.remove(path.size() - 1);
        sorted.put(spec.name(), spec);
    }
}
