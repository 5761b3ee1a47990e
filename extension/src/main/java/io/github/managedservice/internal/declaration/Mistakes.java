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

/**
 * Collects the mistakes of declarations, to tell them all at once.
 *
 * <p>For adapters to test frameworks; a test does not need it.
 *
 * @since 0.1.0
 */
public final class Mistakes {

    private final Map<String, List<Mistake>> bySubject = new LinkedHashMap<>();

    private record Entry(String subject, Mistake mistake) {}

    /** Begins with none. */
    public Mistakes() {}

    void add(String subject, Mistake mistake) {
        bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(mistake);
    }

    /**
     * Adds a mistake.
     *
     * @param subject whose it is: a service, a field
     * @param what what is wrong, in one sentence without its end
     */
    public void add(String subject, String what) {
        add(subject, new Mistake(what, Optional.empty(), ""));
    }

    /**
     * Adds an element whose value cannot be.
     *
     * @param subject whose it is: a service, a field
     * @param element the element of the annotation
     * @param value its value
     * @param what what is wrong, in one sentence without its end
     */
    public void add(String subject, String element, Object value, String what) {
        add(subject, Mistake.in(Quotation.whole(element, value), what));
    }

    /**
     * Adds a name that is none of the valid ones, with the one that was probably meant.
     *
     * @param subject whose it is: a service, a field
     * @param element the element of the annotation
     * @param name the value
     * @param what what is wrong, in one sentence without its end
     * @param valid the names that can be used there
     */
    public void addName(String subject, String element, String name, String what, Collection<String> valid) {
        add(
                subject,
                Mistake.in(Quotation.whole(element, name), what + NearestName.question(name, valid))
                        .withNote(known(valid)));
    }

    private static String known(Collection<String> valid) {
        return valid.isEmpty() ? "there is none" : "known: " + String.join(", ", valid);
    }

    /**
     * Tells whether there is no mistake.
     *
     * @return false if one was added
     */
    public boolean isEmpty() {
        return bySubject.isEmpty();
    }

    /**
     * Throws if there is a mistake.
     *
     * @param owner whose declarations these are, as a sentence begins with it; may be empty
     * @param exception makes the exception of a message that has all mistakes
     * @param <E> its type
     * @throws E if there is a mistake
     */
    public <E extends Exception> void throwIfAny(String owner, Function<String, E> exception) throws E {
        List<Entry> entries = entries();
        if (!entries.isEmpty()) {
            throw exception.apply(
                    VisibleText.of(entries.size() == 1 ? only(owner, entries.get(0)) : all(owner, entries)));
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        bySubject.forEach((subject, mistakes) -> mistakes.forEach(mistake -> entries.add(new Entry(subject, mistake))));
        return entries;
    }

    private static String only(String owner, Entry entry) {
        return beginning(owner.isEmpty() ? entry.subject : owner + ", " + entry.subject) + ": " + entry.mistake.text();
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
                    .append(entry.mistake.text(" ".repeat(number.length())));
        }
        return text.toString();
    }

    private static String beginning(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
