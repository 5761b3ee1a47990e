package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.NearestName;
import io.github.managedservice.internal.text.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects the problems of declarations, so that all are reported at once. */
public final class DeclarationProblems {

    private final Map<String, List<DeclarationProblem>> bySubject = new LinkedHashMap<>();

    private record Entry(String subject, DeclarationProblem problem) {}

    void add(String subject, DeclarationProblem problem) {
        bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(problem);
    }

    public void add(String subject, String what) {
        add(subject, new DeclarationProblem(what, Optional.empty(), ""));
    }

    public void add(String subject, String element, Object value, String what) {
        add(subject, DeclarationProblem.in(Quotation.whole(element, value), what));
    }

    /** Adds a name that is not valid, and the one that was probably meant. */
    public void addName(String subject, String element, String name, String what, Collection<String> valid) {
        add(
                subject,
                DeclarationProblem.in(Quotation.whole(element, name), what + NearestName.question(name, valid))
                        .withNote(known(valid)));
    }

    private static String known(Collection<String> valid) {
        return valid.isEmpty() ? "there is none" : "known: " + String.join(", ", valid);
    }

    public boolean isEmpty() {
        return bySubject.isEmpty();
    }

    /** The owner, which may be empty, begins the sentence. */
    public <E extends Exception> void throwIfAny(String owner, Function<String, E> exception) throws E {
        if (!bySubject.isEmpty()) {
            List<Entry> entries = entries();
            throw exception.apply(
                    VisibleText.of(entries.size() == 1 ? only(owner, entries.get(0)) : all(owner, entries)));
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        bySubject.forEach((subject, problems) -> problems.forEach(problem -> entries.add(new Entry(subject, problem))));
        return entries;
    }

    private static String only(String owner, Entry entry) {
        return beginning(owner.isEmpty() ? entry.subject : owner + ", " + entry.subject) + ": " + entry.problem.text();
    }

    private static String all(String owner, List<Entry> entries) {
        StringBuilder text = new StringBuilder(owner.isEmpty() ? "There are " : owner + " has ")
                .append(entries.size())
                .append(" mistakes in ")
                .append(owner.isEmpty() ? "the declaration:" : "its declarations; nothing was started:");
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String number = (i + 1) + ". ";
            text.append("\n\n")
                    .append(number)
                    .append(beginning(entry.subject))
                    .append(": ")
                    .append(entry.problem.text(" ".repeat(number.length())));
        }
        return text.toString();
    }

    private static String beginning(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
