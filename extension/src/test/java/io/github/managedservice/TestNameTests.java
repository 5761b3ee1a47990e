package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit's contexts are played, because some of them exist in certain versions alone. */
class TestNameTests {

    private final ExtensionContext ofClass = context("TestNameTests", ExampleTestCase.class, Optional.empty());
    private final ExtensionContext ofMethod = context("runs()", ExampleTestCase.class, method());

    @Test
    void of_a_class_is_its_name_without_the_package() {
        assertThat(TestName.of(ofClass)).isEqualTo("TestNameTests.ExampleTestCase");
    }

    @Test
    void of_a_test_method_has_the_method_behind_the_class() {
        within(ofClass, ofMethod);

        assertThat(TestName.of(ofMethod)).isEqualTo("TestNameTests.ExampleTestCase.runs");
    }

    @Test
    void of_one_invocation_of_a_template_has_its_display_name_too() {
        ExtensionContext invocation = context("[2] big", ExampleTestCase.class, method());
        within(ofMethod, invocation);
        within(ofClass, ofMethod);

        assertThat(TestName.of(invocation)).isEqualTo("TestNameTests.ExampleTestCase.runs [2] big");
    }

    @Test
    void of_a_dynamic_test_in_a_container_has_both_display_names() {
        ExtensionContext container = context("dynamic container", null, Optional.empty());
        ExtensionContext dynamicTest = context("dynamic test", null, Optional.empty());
        within(container, dynamicTest);
        within(ofMethod, container);
        within(ofClass, ofMethod);

        assertThat(TestName.of(dynamicTest))
                .isEqualTo("TestNameTests.ExampleTestCase.runs dynamic container dynamic test");
    }

    private static void within(ExtensionContext parent, ExtensionContext child) {
        when(child.getParent()).thenReturn(Optional.of(parent));
    }

    private static ExtensionContext context(String displayName, @Nullable Class<?> testClass, Optional<Method> method) {
        ExtensionContext context = mock(ExtensionContext.class);
        when(context.getDisplayName()).thenReturn(displayName);
        when(context.getParent()).thenReturn(Optional.empty());
        when(context.getTestClass()).thenReturn(Optional.ofNullable(testClass));
        when(context.getTestMethod()).thenReturn(method);
        doReturn(testClass).when(context).getRequiredTestClass();
        return context;
    }

    private static Optional<Method> method() {
        try {
            return Optional.of(ExampleTestCase.class.getDeclaredMethod("runs"));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    static final class ExampleTestCase {
        void runs() {}
    }
}
