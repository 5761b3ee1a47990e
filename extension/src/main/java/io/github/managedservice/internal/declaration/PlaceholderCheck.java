package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.declaration.PlaceholderNames.Holder;
import io.github.managedservice.internal.declaration.PlaceholderNames.Known;
import io.github.managedservice.internal.declaration.PlaceholderNames.PeerReference;
import io.github.managedservice.internal.declaration.PlaceholderNames.Row;
import io.github.managedservice.internal.declaration.Template.Reference;
import io.github.managedservice.internal.text.NearestName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the placeholders of a text by the names that are known there: {@code own} ones, {@code longer} forms of them, and
 * those that begin with an {@code open} one.
 */
record PlaceholderCheck(
        Set<String> own,
        Set<String> open,
        Set<String> longer,
        Set<String> tooLate,
        Map<String, Declaration> peers,
        Set<String> endingBefore) {

    /** For texts of a declaration that are filled from this moment on. */
    static PlaceholderCheck of(Declaration spec, Known moment, Map<String, Declaration> all, Set<String> endingBefore) {
        Map<String, Declaration> peers = new LinkedHashMap<>(all);
        peers.remove(spec.name());
        Set<String> own = new LinkedHashSet<>();
        Set<String> tooLate = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        for (Row row : PlaceholderNames.TABLE) {
            Set<String> known = row.known().compareTo(moment) <= 0 ? own : tooLate;
            (row.isOpen() ? open : known).add(row.name());
        }
        (moment == Known.ONCE_STARTED ? own : tooLate).addAll(spec.groups());
        Set<String> longer = new HashSet<>();
        for (String name : spec.shared()) {
            if (!tooLate.contains(name)) {
                longer.add(spec.name() + "." + name);
            }
        }
        return new PlaceholderCheck(own, open, longer, tooLate, peers, endingBefore);
    }

    /** For what is asked of services that run: with only one of them its name may be left out. */
    static PlaceholderCheck value(Map<String, Declaration> running) {
        if (running.size() != 1) {
            return new PlaceholderCheck(Set.of(PlaceholderNames.HOST), Set.of(), Set.of(), Set.of(), running, Set.of());
        }
        Declaration only = running.values().iterator().next();
        Set<String> own = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        for (Row row : PlaceholderNames.TABLE) {
            if (row.holder() == Holder.JVM || (row.holder() == Holder.USING_DECLARATION && only.uses(row.name()))) {
                (row.isOpen() ? open : own).add(row.name());
            }
        }
        own.addAll(only.shared());
        return new PlaceholderCheck(own, open, Set.of(), Set.of(), running, Set.of());
    }

    /** Tells each placeholder that is not known or has no value. */
    void check(DeclaredText text, String subject, DeclarationProblems problems) {
        for (Reference reference : text.template().references()) {
            Optional<DeclarationProblem> problem = reference.name().isBlank()
                    ? Optional.empty()
                    : check(subject, reference, text.quotation(reference.start(), reference.end()));
            if (problem.isPresent()) {
                problems.add(subject, problem.get());
            }
        }
    }

    private Optional<DeclarationProblem> check(String subject, Reference reference, Quotation place) {
        String name = reference.name();
        Optional<PeerReference> ending = PeerReference.of(name, endingBefore);
        if (!isKnown(name) && ending.isPresent()) {
            return Optional.of(DeclarationProblem.in(
                    place,
                    quoted(name) + " cannot be used here: "
                            + endsBefore(ending.get().service(), subject)));
        }
        if (!isKnown(name)) {
            return Optional.of(DeclarationProblem.in(place, unknown(name)).withNote("known: " + shown()));
        }
        Optional<String> missing = reference.fallback().isPresent() ? Optional.empty() : ProcessValues.missing(name);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(DeclarationProblem.in(place, missing.get() + nearest(name, "", ProcessValues.names()))
                        .withNote("a default can follow ':-', as in " + quoted(name + ":-default")));
    }

    /** Says of a service that it cannot be needed, as the end of a sentence. */
    static String endsBefore(String needed, String subject) {
        return "service '" + needed + "' has a shorter scope than " + subject + " and ends before it; give '" + needed
                + "' a longer scope, or " + subject + " a shorter one";
    }

    private boolean isKnown(String name) {
        if (own.contains(name) || longer.contains(name)) {
            return true;
        }
        for (String beginning : open) {
            if (PlaceholderNames.isLonger(name, beginning)) {
                return true;
            }
        }
        Optional<PeerReference> mention = mentioned(name);
        return mention.isPresent()
                && shared(mention.get().service()).contains(mention.get().rest());
    }

    private Optional<PeerReference> mentioned(String name) {
        return PeerReference.of(name, peers.keySet());
    }

    private Set<String> shared(String service) {
        Declaration peer = peers.get(service);
        return peer == null ? Set.of() : peer.shared();
    }

    private String unknown(String name) {
        if (tooLate.contains(name)) {
            return quoted(name)
                    + (PlaceholderNames.isOwn(name)
                            ? " has no value before the start"
                            : " is captured from the output, so its value is not known before the start");
        }
        if (name.equals(PlaceholderNames.PORT) && peers.size() == 1) {
            return quoted(name) + " is not known, because "
                    + Declaration.noPort(peers.keySet().iterator().next());
        }
        return quoted(name) + " is not known"
                + mentioned(name).map(this::absent).orElseGet(() -> nearest(name));
    }

    /** A service that is known, but not what is said of it. */
    private String absent(PeerReference mention) {
        if (PlaceholderNames.portOf(mention.rest()).isPresent()) {
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
