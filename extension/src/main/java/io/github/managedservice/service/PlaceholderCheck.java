package io.github.managedservice.service;

import io.github.managedservice.service.Template.Reference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the placeholders of a text by what is known where it stands.
 *
 * @param own the names that mean something without a service's name before them
 * @param open the beginnings of such names that may go on as they like
 * @param longer names that are known as well, though they can be said shorter
 * @param tooLate names that will be known later
 * @param peers the other services that may be mentioned, by name
 * @param endingBefore the names of those that may not, for they do not last as long
 */
record PlaceholderCheck(
        List<String> own,
        List<String> open,
        Set<String> longer,
        List<String> tooLate,
        Map<String, ServiceSpec> peers,
        Set<String> endingBefore) {

    private static final List<String> OWN = List.of("port", "host", "java", "classpath", "tempDir");
    private static final List<String> OWN_OPEN = List.of("port.", "env.", "sys.");

    /** For what a service is started with. */
    static PlaceholderCheck launch(ServiceSpec spec, Map<String, ServiceSpec> known, Set<String> endingBefore) {
        return of(spec, OWN, new SpecPlaceholders(spec).groups(), known, endingBefore);
    }

    /** For what is filled while or after a service becomes ready. */
    static PlaceholderCheck late(ServiceSpec spec, Map<String, ServiceSpec> known, Set<String> endingBefore) {
        return of(spec, joined(OWN, new SpecPlaceholders(spec).groups().stream()), List.of(), known, endingBefore);
    }

    private static PlaceholderCheck of(
            ServiceSpec spec,
            List<String> own,
            List<String> tooLate,
            Map<String, ServiceSpec> known,
            Set<String> endingBefore) {
        Map<String, ServiceSpec> peers = new LinkedHashMap<>(known);
        peers.remove(spec.name);
        Set<String> longer = new SpecPlaceholders(spec)
                .shared().stream()
                        .filter(name -> !tooLate.contains(name))
                        .map(name -> spec.name + "." + name)
                        .collect(Collectors.toSet());
        return new PlaceholderCheck(own, OWN_OPEN, longer, tooLate, peers, endingBefore);
    }

    /** For what is asked of services that run: with only one of them its name may be left out. */
    static PlaceholderCheck value(Map<String, ServiceSpec> running) {
        if (running.size() != 1) {
            return new PlaceholderCheck(List.of("host"), List.of(), Set.of(), List.of(), running, Set.of());
        }
        SpecPlaceholders only = new SpecPlaceholders(running.values().iterator().next());
        List<String> known =
                joined(List.of("java", "classpath"), only.tempDir() ? Stream.of("tempDir") : Stream.empty());
        return new PlaceholderCheck(
                joined(known, only.shared().stream()), List.of("env.", "sys."), Set.of(), List.of(), running, Set.of());
    }

    private static List<String> joined(List<String> some, Stream<String> more) {
        return Stream.concat(some.stream(), more).distinct().toList();
    }

    /** Whether a placeholder means something of the service in whose declaration it stands, and not another. */
    static boolean isOwn(String name) {
        return OWN.contains(name) || isOneOf(OWN_OPEN, name);
    }

    private static boolean isOneOf(List<String> open, String name) {
        return open.stream().anyMatch(beginning -> name.startsWith(beginning) && name.length() > beginning.length());
    }

    /** Tells each placeholder that is not known or has no value. */
    void check(DeclaredText text, String subject, Mistakes mistakes) {
        text.template()
                .references()
                .filter(reference -> !reference.name().isBlank())
                .forEach(reference -> check(subject, reference, text.quotation(reference.start(), reference.end()))
                        .ifPresent(mistake -> mistakes.add(subject, mistake)));
    }

    private Optional<Mistake> check(String subject, Reference reference, Quotation place) {
        String name = reference.name();
        Optional<PeerReference> ending = PeerReference.of(name, endingBefore);
        if (!isKnown(name) && ending.isPresent()) {
            return Optional.of(Mistake.in(
                    place,
                    quoted(name) + " cannot be used here: "
                            + endsBefore(ending.get().service(), subject)));
        }
        if (!isKnown(name)) {
            return Optional.of(Mistake.in(place, unknown(name)).withNote("known: " + shown()));
        }
        return reference.fallback().isPresent()
                ? Optional.empty()
                : ProcessValues.missing(name)
                        .map(missing -> Mistake.in(place, missing + nearest(name, "", ProcessValues.names()))
                                .withNote("a default can follow ':-', as in " + quoted(name + ":-default")));
    }

    /** Says of a service that it cannot be needed, as the end of a sentence. */
    static String endsBefore(String needed, String subject) {
        return "service '" + needed + "' has a shorter scope than " + subject + " and ends before it; give '" + needed
                + "' a longer scope, or " + subject + " a shorter one";
    }

    private boolean isKnown(String name) {
        return own.contains(name)
                || isOneOf(open, name)
                || longer.contains(name)
                || mentioned(name)
                        .filter(mention -> shared(mention.service()).contains(mention.rest()))
                        .isPresent();
    }

    private Optional<PeerReference> mentioned(String name) {
        return PeerReference.of(name, peers.keySet());
    }

    private Set<String> shared(String service) {
        return Optional.ofNullable(peers.get(service))
                .map(spec -> new SpecPlaceholders(spec).shared())
                .orElse(Set.of());
    }

    private String unknown(String name) {
        if (tooLate.contains(name)) {
            return quoted(name) + " is captured from the output, so its value is not known before the start";
        }
        return quoted(name) + " is not known"
                + mentioned(name).map(this::absent).orElseGet(() -> nearest(name));
    }

    /** A service that is known, but not what is said of it. */
    private String absent(PeerReference mention) {
        if (SpecPlaceholders.portOf(mention.rest()).isPresent()) {
            return ", because service '" + mention.service() + "' does not use '${" + mention.rest() + "}'";
        }
        return nearest(mention.rest(), mention.service() + ".", shared(mention.service()));
    }

    private String nearest(String name) {
        String after = name.substring(name.indexOf('.') + 1);
        return nearest(
                name,
                "",
                Stream.of(own.stream(), open.stream().map(beginning -> beginning + after), mentions())
                        .flatMap(names -> names)
                        .toList());
    }

    private static String nearest(String name, String before, Collection<String> candidates) {
        return NearestName.of(name, candidates)
                .map(candidate -> "; did you mean " + quoted(before + candidate) + "?")
                .orElse("");
    }

    private Stream<String> mentions() {
        return peers.keySet().stream().flatMap(peer -> shared(peer).stream().map(rest -> peer + "." + rest));
    }

    private String shown() {
        return Stream.of(own.stream(), open.stream().map(beginning -> beginning + "NAME"), mentions())
                .flatMap(names -> names)
                .map(name -> "${" + name + "}")
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "'${" + name + "}'";
    }
}
