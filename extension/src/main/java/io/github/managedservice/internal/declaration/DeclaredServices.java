package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.declaration.PlaceholderNames.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Services that are declared together, and those around them that they may mention. Nothing of them is started. */
public final class DeclaredServices {

    private final Map<String, Declaration> own = new LinkedHashMap<>();
    private final Map<String, Declaration> all = new LinkedHashMap<>();
    private final List<Declaration> order;

    private DeclaredServices(
            List<Declaration> specs,
            Optional<DeclaredServices> enclosing,
            Set<String> endingBefore,
            DeclarationProblems problems) {
        for (Declaration spec : specs) {
            if (own.putIfAbsent(spec.name(), spec) != null && !spec.name().isEmpty()) {
                addSameName(spec, problems);
            }
        }
        if (enclosing.isPresent()) {
            all.putAll(enclosing.get().all);
        }
        Map<String, Declaration> known = new LinkedHashMap<>(all);
        known.putAll(own);
        for (Declaration spec : specs) {
            check(spec, known, endingBefore, problems);
        }
        this.order = StartOrder.of(own, known.keySet(), problems);
        for (Declaration spec : order) {
            all.put(spec.name(), spec);
        }
    }

    public static DeclaredServices of(
            List<Declaration> specs, Optional<DeclaredServices> enclosing, DeclarationProblems problems) {
        return new DeclaredServices(specs, enclosing, Set.of(), problems);
    }

    /** These services cannot mention those that end before them. */
    public static DeclaredServices of(
            List<Declaration> specs,
            Optional<DeclaredServices> enclosing,
            Set<String> endingBefore,
            DeclarationProblems problems) {
        return new DeclaredServices(specs, enclosing, endingBefore, problems);
    }

    public static void addSameName(Declaration spec, DeclarationProblems problems) {
        problems.add(
                spec.subject(),
                "name",
                spec.name(),
                "two services are called '" + spec.name() + "'; give each a name of its own");
    }

    private static void check(
            Declaration spec, Map<String, Declaration> known, Set<String> endingBefore, DeclarationProblems problems) {
        PlaceholderCheck launch = PlaceholderCheck.of(spec, Known.AT_LAUNCH, known, endingBefore);
        for (DeclaredText text : spec.launchTexts()) {
            launch.check(text, spec.subject(), problems);
        }
        PlaceholderCheck late = PlaceholderCheck.of(spec, Known.ONCE_STARTED, known, endingBefore);
        for (DeclaredText text : spec.lateTexts()) {
            late.check(text, spec.subject(), problems);
        }
        List<String> needed = spec.dependsOn();
        for (int i = 0; i < needed.size(); i++) {
            String element = Words.indexed("dependsOn", i, needed.size());
            if (needed.get(i).equals(spec.name())) {
                problems.add(spec.subject(), element, needed.get(i), "a service cannot need itself");
            } else if (endingBefore.contains(needed.get(i))) {
                problems.add(
                        spec.subject(),
                        element,
                        needed.get(i),
                        PlaceholderCheck.endsBefore(needed.get(i), spec.subject()));
            } else if (!known.containsKey(needed.get(i))) {
                problems.addName(
                        spec.subject(),
                        element,
                        needed.get(i),
                        "there is no service '" + needed.get(i) + "'",
                        others(spec, known));
            }
        }
    }

    private static List<String> others(Declaration spec, Map<String, Declaration> known) {
        return known.keySet().stream().filter(name -> !name.equals(spec.name())).toList();
    }

    public boolean isEmpty() {
        return own.isEmpty();
    }

    public Set<String> names() {
        return all.keySet();
    }

    public Set<String> valueNames() {
        return all.values().stream()
                .flatMap(spec -> spec.shared().stream().map(rest -> spec.name() + "." + rest))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public void checkValue(String subject, String element, String template, DeclarationProblems problems) {
        DeclaredText text = DeclaredText.read(element, template, problem -> problems.add(subject, problem));
        PlaceholderCheck.value(all).check(text, subject, problems);
    }

    public void checkPort(String subject, String service, String port, DeclarationProblems problems) {
        Optional.ofNullable(all.get(service)).ifPresent(spec -> {
            if (port.isEmpty()) {
                if (spec.ports().isEmpty() && !spec.groups().contains(PlaceholderNames.PORT)) {
                    problems.add(subject, Declaration.noPort(service));
                }
            } else if (!spec.ports().contains(port)) {
                List<String> named = new ArrayList<>(spec.ports());
                named.remove("");
                problems.addName(subject, "name", port, "service '" + service + "' has no port '" + port + "'", named);
            }
        });
    }

    /** The services of this declaration alone, each after those it needs. */
    public List<Declaration> order() {
        return order;
    }

    /** Whom each service needs, of this declaration. */
    public Map<String, Set<String>> needed() {
        Map<String, Set<String>> needed = new LinkedHashMap<>();
        for (Declaration spec : order) {
            Set<String> dependencies = spec.dependencies(all.keySet());
            dependencies.retainAll(own.keySet());
            needed.put(spec.name(), dependencies);
        }
        return needed;
    }
}
