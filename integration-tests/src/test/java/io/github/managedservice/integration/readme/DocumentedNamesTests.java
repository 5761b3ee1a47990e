package io.github.managedservice.integration.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ManagedServiceExtension;
import io.github.managedservice.integration.readme.Document.Excerpt;
import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceLog;
import io.github.managedservice.service.ServiceSpec;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the names that README and guide mention against those that there are. */
class DocumentedNamesTests {

    private static final Pattern ANNOTATION = Pattern.compile("`@(\\w+)");
    private static final Pattern ELEMENT = Pattern.compile("`([a-z]+[A-Z]\\w*(?=`)|[a-z]\\w*(?= = ))");
    private static final Pattern METHOD = Pattern.compile("`(?:[a-zA-Z]\\w*\\.)?([a-z]\\w*)\\([^`]*`");
    private static final Pattern PLACEHOLDER = Pattern.compile("`(\\$\\{[^}]+})`");
    private static final Pattern SWITCH = Pattern.compile("(?<![\\w.])(managedservice\\.\\w+(?:[.-]\\w+)*)");

    /** Pages about other tools, whose names are theirs. */
    private static final Set<String> OTHER_TOOLS =
            Set.of("docs/guide/spring.md", "docs/guide/other-frameworks.md", "docs/guide/builds.md");

    private static final List<Class<?>> TYPES_WITH_METHODS = List.of(
            ManagedServiceExtension.class,
            Readiness.class,
            RunningService.class,
            ServiceExit.class,
            ServiceLauncher.class,
            ServiceLog.class,
            ServiceSpec.class,
            ServiceSpec.Builder.class,
            // What a pattern does with a line.
            Matcher.class);

    @ParameterizedTest
    @MethodSource("annotations")
    void an_annotation_exists(Excerpt name) {
        Stream<Class<?>> neighbours =
                Stream.of(ManagedService.class, Test.class, Extension.class, Execution.class, ParameterizedTest.class);

        assertThat(neighbours.map(type -> type.getPackageName() + "." + name.text()))
                .as(name.place())
                .anyMatch(DocumentedNamesTests::exists);
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static Stream<Excerpt> annotations() {
        return ownNames(ANNOTATION);
    }

    @ParameterizedTest
    @MethodSource("elements")
    void an_element_exists(Excerpt name) {
        assertThat(Stream.of(ManagedService.class, ServiceSpec.Builder.class)
                        .flatMap(type -> Stream.of(type.getMethods()))
                        .map(Method::getName))
                .as(name.place())
                .contains(name.text());
    }

    static Stream<Excerpt> elements() {
        return ownNames(ELEMENT);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_method_exists(Excerpt name) {
        assertThat(TYPES_WITH_METHODS.stream()
                        .flatMap(type -> Stream.of(type.getMethods()))
                        .map(Method::getName))
                .as(name.place())
                .contains(name.text());
    }

    static Stream<Excerpt> methods() {
        return ownNames(METHOD);
    }

    @ParameterizedTest
    @MethodSource("placeholders")
    void a_placeholder_is_known(Excerpt placeholder) {
        ServiceSpec redis = ServiceSpec.builder("redis-server", "${port}", "${port.admin}")
                .name("redis")
                .readyPattern("(?<group>ready)")
                .build();
        ServiceSpec shop = ServiceSpec.builder("shop")
                .readyPattern("(?<token>ready)")
                .systemProperties("shop=" + example(placeholder.text()))
                .build();

        assertThatCode(() -> ServiceGroup.of("README", List.of(redis, shop), Optional.empty())
                        .close())
                .as(placeholder.place())
                .doesNotThrowAnyException();
    }

    /** Something that the words in capitals stand for. */
    private static String example(String placeholder) {
        return placeholder
                .replace("SERVICE", "redis")
                .replace("port.NAME", "port.admin")
                .replace("env.NAME", "env.PATH")
                .replace("sys.NAME", "sys.user.home")
                .replace("redis.GROUP", "redis.group")
                .replace("GROUP", "token")
                .replace("X:-", "env.X:-")
                // The form of a default in Spring's own placeholders.
                .replace("redis.port:6379", "redis.port");
    }

    static Stream<Excerpt> placeholders() {
        return pages().flatMap(page -> page.excerpts(PLACEHOLDER));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void a_switch_exists(Excerpt name) {
        String before = System.getProperty(name.text());
        System.setProperty(name.text(), "1");
        try {
            Switches.ofSystemProperties(Set.of());
        } catch (IllegalArgumentException e) {
            // The value may be wrong, but not the name.
            assertThat(e).as(name.place()).hasMessageNotContaining("no such switch");
        } finally {
            if (before == null) {
                System.clearProperty(name.text());
            } else {
                System.setProperty(name.text(), before);
            }
        }
    }

    static Stream<Excerpt> switches() {
        return pages().flatMap(page -> page.excerpts(SWITCH));
    }

    private static Stream<Excerpt> ownNames(Pattern pattern) {
        return pages().filter(page -> !OTHER_TOOLS.contains(page.name()))
                .map(page -> page.name().endsWith("/migrating.md") ? page.withoutFirstCells() : page)
                .flatMap(page -> page.excerpts(pattern));
    }

    private static Stream<Document> pages() {
        return Stream.concat(Document.in("README.md"), Document.in("docs/guide"));
    }
}
