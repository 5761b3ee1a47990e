package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Counts what the first start in a JVM loads until the service is ready. Each class costs 0.2 to 0.5 ms, which every test
 * JVM pays. The limits are what a start needs today, and a few more for the look at other runs' ledgers beside it; lower
 * them when it needs less.
 */
@EnabledOnOs(OS.LINUX)
class FirstStartTests {

    private static final int CLASSES = 175;
    private static final int LAMBDAS = 42;

    private static final Pattern OURS = Pattern.compile("^io\\.github\\.managedservice\\.");

    /** The loading of classes, one name a line, goes to standard output. */
    private static final List<String> LOGGED = List.of("-Xlog:class+load:stdout:none");

    private static List<String> loaded = List.of();

    @BeforeAll
    static void start() throws Exception {
        loaded = loadedUntilReady();
    }

    @Test
    void loads_few_classes_before_the_service_is_ready() {
        assertThat(loaded).filteredOn(name -> !isLambda(name)).as("classes").hasSizeLessThanOrEqualTo(CLASSES);
        assertThat(loaded).filteredOn(FirstStartTests::isLambda).as("lambdas").hasSizeLessThanOrEqualTo(LAMBDAS);
    }

    @Test
    void loads_nothing_that_only_a_failure_needs() {
        assertThat(loaded)
                .noneMatch(name -> name.contains(".internal.diagnosis.")
                        || name.endsWith("Report")
                        || name.endsWith(".NearestName")
                        || name.endsWith(".ExternalService"));
    }

    @Test
    void loads_beside_the_launch_what_there_is() {
        assertThat(HeadStart.NEEDED_LATER).allSatisfy(name -> Class.forName(HeadStart.ROOT + name));
    }

    private static boolean isLambda(String name) {
        return name.contains("$$Lambda");
    }

    private static List<String> loadedUntilReady() throws Exception {
        Process jvm = new ProcessBuilder(JavaCommand.of(LOGGED, FirstStart.class))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> names = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .toList();
        assertThat(jvm.waitFor()).isZero();
        int ready = names.indexOf(FirstStart.Ready.class.getName());
        assertThat(ready).as("it was ready").isPositive();
        return names.subList(0, ready).stream()
                .filter(OURS.asPredicate())
                .filter(name -> !name.startsWith(FirstStart.class.getName()))
                .toList();
    }
}
