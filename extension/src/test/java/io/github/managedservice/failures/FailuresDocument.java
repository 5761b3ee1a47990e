package io.github.managedservice.failures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that shows what was run, and what came of it. */
final class FailuresDocument {

    private static final String HEAD = """
            # Failures, word for word

            Each message below is written by running the declaration above it, and every build compares them word for word, times, pids, ports
            and paths aside (`FailuresDocumentTests`). After a change this writes the page anew:

            ```sh
            mvn -pl extension test -Dtest=FailuresDocumentTests -Dfailures.write=true
            ```

            How to read a report: the first line says what happened, of a timeout what was still missing. **hints** are causes for which there is evidence, with what to do; without
            evidence there is none. The **command** can be pasted into a shell. **ready when** lists what was waited for, and what was seen of
            it. **last output** is up to 40 lines with stream and the time at which they were read, which can be a moment after the process
            ended; the **log** has all of it.

            """;

    private final Map<FailureCase, List<String>> messages;

    FailuresDocument(Map<FailureCase, List<String>> messages) {
        this.messages = messages;
    }

    String text(List<FailureChapter> chapters) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(messages.values().stream().mapToInt(List::size).sum()).append(" messages:\n\n");
        chapters.forEach(chapter -> text.append("- [" + chapter.title() + "](#" + anchor(chapter.title()) + ")\n"));
        for (FailureChapter chapter : chapters) {
            text.append("\n## " + chapter.title() + "\n\n" + chapter.introduction() + "\n");
            chapter.cases().forEach(failure -> text.append('\n').append(section(failure)));
        }
        return text.toString();
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

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^a-z-]", "");
    }
}
