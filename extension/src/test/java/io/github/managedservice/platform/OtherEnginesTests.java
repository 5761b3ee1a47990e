package io.github.managedservice.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is said of a class with services that no Jupiter runs. */
class OtherEnginesTests {

    @Test
    void an_annotated_class_of_junit_4_is_named_with_its_engine_and_what_to_do() {
        assertThat(warnings("junit-vintage", AnnotatedTestCase.class))
                .containsExactly("Class " + AnnotatedTestCase.class.getName()
                        + " has @ManagedService, but nothing is started for it: the engine 'junit-vintage' runs it, and only"
                        + " JUnit Jupiter starts services. If it imports org.junit.Test, import"
                        + " org.junit.jupiter.api.Test; in a JUnit 4 class call ServiceLauncher.start");
    }

    @Test
    void so_is_a_suite() {
        assertThat(warnings("junit-platform-suite", AnnotatedTestCase.class))
                .singleElement()
                .asString()
                .endsWith("Put the annotation on the Jupiter classes that the suite selects");
    }

    @Test
    void so_is_a_class_that_inherits_an_annotation_or_has_one_made_of_it() {
        assertThat(warnings("testng", InheritingTestCase.class, ComposedTestCase.class, SeveralTestCase.class))
                .hasSize(3)
                .allMatch(warning -> warning.contains("the engine 'testng' runs it"));
    }

    @Test
    void nothing_is_said_of_other_classes() {
        assertThat(warnings("junit-vintage", PlainTestCase.class)).isEmpty();
    }

    @Test
    void nothing_is_said_of_classes_that_jupiter_runs() {
        assertThat(warnings("junit-jupiter", AnnotatedTestCase.class)).isEmpty();
    }

    @Test
    void a_class_that_is_known_by_its_name_alone_is_not_loaded_before_its_engine_begins_with_it() {
        OuterEngine engine = new OuterEngine("other", List.of(), "no.such.Class");

        assertThat(warnings(engine)).isEmpty();
    }

    private static List<String> warnings(String engine, Class<?>... testCases) {
        return warnings(new OuterEngine(engine, List.of(testCases), ""));
    }

    private static List<String> warnings(TestEngine engine) {
        try (LoggedMessages messages = new LoggedMessages()) {
            LauncherFactory.create(LauncherConfig.builder()
                            .enableTestEngineAutoRegistration(false)
                            .addTestEngines(engine)
                            .build())
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(OtherEnginesTests.class))
                            .build());
            return messages.all().stream()
                    .filter(message -> message.contains("@ManagedService"))
                    .toList();
        }
    }

    @ManagedService(command = "sleep 1000")
    static class AnnotatedTestCase {}

    static class InheritingTestCase extends AnnotatedTestCase {}

    @ManagedService(command = "sleep 1000", scope = Scope.SESSION)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Sleeping {}

    @Sleeping
    static class ComposedTestCase {}

    @ManagedService(name = "a", command = "sleep 1000")
    @ManagedService(name = "b", command = "sleep 1000")
    static class SeveralTestCase {}

    @SuppressWarnings("unused")
    static class PlainTestCase {}

    /**
     * Reports classes as a suite does of which another engine runs the classes, and runs nothing: JUnit keeps the ids of its own
     * engines to itself.
     */
    private record OuterEngine(String inner, List<Class<?>> classes, String unknown) implements TestEngine {

        @Override
        public String getId() {
            return "outer";
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
            EngineDescriptor engine = new EngineDescriptor(uniqueId, "outer");
            assertThat(request.getSelectorsByType(ClassSelector.class)).isNotEmpty();
            UniqueId parent = uniqueId.append("engine", inner);
            classes.forEach(type -> engine.addChild(descriptor(parent, ClassSource.from(type))));
            if (!unknown.isEmpty()) {
                engine.addChild(descriptor(parent, ClassSource.from(unknown)));
            }
            return engine;
        }

        private static TestDescriptor descriptor(UniqueId parent, ClassSource source) {
            return new ClassDescriptor(parent.append("class", source.getClassName()), source);
        }

        @Override
        public void execute(ExecutionRequest request) {
            EngineExecutionListener listener = request.getEngineExecutionListener();
            TestDescriptor engine = request.getRootTestDescriptor();
            listener.executionStarted(engine);
            for (TestDescriptor child : engine.getChildren()) {
                if (unknown.isEmpty()) {
                    listener.executionStarted(child);
                    listener.executionFinished(child, TestExecutionResult.successful());
                } else {
                    listener.executionSkipped(child, "it is known by its name alone");
                }
            }
            listener.executionFinished(engine, TestExecutionResult.successful());
        }
    }

    private static final class ClassDescriptor extends AbstractTestDescriptor {

        ClassDescriptor(UniqueId id, TestSource source) {
            super(id, id.toString(), source);
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }

        @Override
        public boolean mayRegisterTests() {
            return true;
        }
    }
}
