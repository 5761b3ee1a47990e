package io.github.managedservice.failures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that shows what was run, and what came of it. */
final class FailuresDocument {

    private static final String TITLE = """
            # Failures, word for word

            Look up the words that you see in the build. The link leads to a declaration that fails with these words, to the whole message and
            to its hints.

            | you see in the build | section |
            |---|---|
            """;

    private static final String HOW_TO_READ = """

            How to read a message:

            | part | content |
            |---|---|
            | the first line | what happened; for a timeout, what was still missing |
            | *hints* | causes for which there is evidence, and what to do; without evidence there are no hints |
            | *command* | what was run; you can paste it into a shell |
            | *ready when* | each ready condition, and what it saw last |
            | *last output* | up to 40 lines, each with its stream and the time at which it was read, which can be a moment after the process exited |
            | *log* | the file that contains all output |

            Each message on this page is the result of running the declaration above it. Every build runs the declarations again and compares the
            messages word for word, except for times, pids, ports and paths (`FailuresDocumentTests`). After a change, this command writes the
            page again:

            ```sh
            mvn -pl extension test -Dtest=FailuresDocumentTests -Dfailures.write=true
            ```

            """;

    private final Map<FailureCase, List<String>> messages;

    FailuresDocument(Map<FailureCase, List<String>> messages) {
        this.messages = messages;
    }

    /** The page anew; a section that differs from the old page in times, pids and the like alone is that of the old page. */
    String text(List<FailureChapter> chapters, String oldPage) {
        Map<String, String> old = sections(oldPage);
        StringBuilder text = new StringBuilder(head());
        text.append(messages.values().stream().mapToInt(List::size).sum()).append(" messages:\n\n");
        chapters.forEach(chapter -> text.append("- " + link(chapter.title()) + "\n"));
        for (FailureChapter chapter : chapters) {
            text.append("\n## " + chapter.title() + "\n\n" + chapter.introduction() + "\n");
            chapter.cases().forEach(failure -> text.append('\n').append(section(failure, old)));
        }
        return text.toString();
    }

    /** All that does not depend on a run. */
    String head() {
        return FailureSymptom.ALL.stream().map(this::row).collect(Collectors.joining("", TITLE, HOW_TO_READ));
    }

    private String row(FailureSymptom symptom) {
        return symptom.classes().stream()
                .map(this::failure)
                .map(failure -> link(failure.heading()))
                .collect(Collectors.joining(" · ", "| `" + symptom.seen() + "` | ", " |\n"));
    }

    /** The one that a class declares. */
    FailureCase failure(Class<?> testClass) {
        return messages.keySet().stream()
                .filter(failure -> failure.testClass() == testClass)
                .findFirst()
                .orElseThrow();
    }

    private String section(FailureCase failure, Map<String, String> old) {
        return isShownIn(old, failure) ? shown(old, failure) + "\n" : section(failure);
    }

    /** Whether a page shows a failure as it was seen now, except for times, pids and the like. */
    boolean isShownIn(Map<String, String> page, FailureCase failure) {
        return Wording.lasting(shown(page, failure))
                .equals(Wording.lasting(section(failure).strip()));
    }

    static String shown(Map<String, String> page, FailureCase failure) {
        return page.getOrDefault("### " + failure.heading(), "").strip();
    }

    String section(FailureCase failure) {
        List<String> parts = new ArrayList<>();
        parts.add("### " + failure.heading() + "\n");
        if (!failure.more().isEmpty()) {
            parts.add(failure.more() + "\n");
        }
        parts.add("```java\n" + failure.declaration() + "\n```\n");
        messages.getOrDefault(failure, List.of())
                .forEach(message ->
                        parts.add("```text\n" + Wording.elsewhere(message).stripTrailing() + "\n```\n"));
        return String.join("\n", parts);
    }

    /** The sections of a page, by their headings. */
    static Map<String, String> sections(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String part : page.split("\n(?=##)", -1)) {
            sections.put(part.lines().findFirst().orElse(""), part);
        }
        return sections;
    }

    /** To a heading of the page, as GitHub names its place. */
    private static String link(String heading) {
        String place = heading.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^a-z0-9-]", "");
        return "[" + heading + "](#" + place + ")";
    }
}
