package io.github.managedservice.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each message word for word, times and pids aside, in docs/failures.md, which is written here too. */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("Its services start a dozen at a time, and have few seconds to say what the page shows")
class FailuresDocumentTests {

    private static final Path PAGE = Path.of("../docs/failures.md");
    private static final int AT_ONCE = 12;

    /** For what is not as the page shows it, alone and once more. */
    private static final int MORE_TIME = 5;

    private final List<FailureChapter> chapters = Stream.of(
                    ProgramFailures.class,
                    ExitFailures.class,
                    TimeoutFailures.class,
                    PortFailures.class,
                    RunningFailures.class,
                    MistakeFailures.class)
            .map(FailureChapter::of)
            .toList();

    private final FailuresDocument document;

    FailuresDocumentTests() throws Exception {
        FailurePlaces.prepare();
        Map<FailureCase, List<String>> messages = run();
        Map<String, String> sections = FailuresDocument.sections(Files.readString(PAGE));
        FailuresDocument first = new FailuresDocument(Map.copyOf(messages));
        messages.replaceAll((failure, seen) -> first.isShownIn(sections, failure) ? seen : failure.messages(MORE_TIME));
        document = new FailuresDocument(messages);
    }

    @BeforeAll
    void write() throws IOException {
        if (Boolean.getBoolean("failures.write")) {
            Files.writeString(PAGE, document.text(chapters, Files.readString(PAGE)));
        }
    }

    @TestFactory
    Stream<DynamicTest> the_message_is_as_the_page_shows_it() throws IOException {
        Map<String, String> sections = FailuresDocument.sections(Files.readString(PAGE));
        return cases().map(failure -> DynamicTest.dynamicTest(failure.heading(), () -> {
            String shown = FailuresDocument.shown(sections, failure);
            assertThat(Wording.lasting(document.section(failure).strip())).isEqualTo(Wording.lasting(shown));
        }));
    }

    @Test
    void the_page_has_these_sections() throws IOException {
        assertThat(FailuresDocument.sections(Files.readString(PAGE)).keySet())
                .containsExactlyElementsOf(
                        FailuresDocument.sections(document.text(chapters, "")).keySet())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_page_begins_with_the_symptoms() throws IOException {
        assertThat(Files.readString(PAGE)).startsWith(document.head());
    }

    @ParameterizedTest
    @FieldSource("io.github.managedservice.failures.FailureSymptom#ALL")
    void the_words_of_a_symptom_are_in_each_section_that_it_links_to(FailureSymptom symptom) {
        assertThat(symptom.classes())
                .allMatch(testClass -> symptom.isIn(document.section(document.failure(testClass))));
    }

    private Stream<FailureCase> cases() {
        return chapters.stream().flatMap(chapter -> chapter.cases().stream());
    }

    private Map<FailureCase, List<String>> run() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<FailureCase, Future<List<String>>> running = new LinkedHashMap<>();
            cases().forEach(failure -> running.put(failure, threads.submit(() -> failure.messages(1))));
            Map<FailureCase, List<String>> messages = new LinkedHashMap<>();
            for (Map.Entry<FailureCase, Future<List<String>>> entry : running.entrySet()) {
                messages.put(entry.getKey(), entry.getValue().get());
            }
            return messages;
        } finally {
            threads.shutdownNow();
        }
    }
}
