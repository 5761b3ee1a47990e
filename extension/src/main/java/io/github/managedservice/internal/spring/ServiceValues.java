package io.github.managedservice.internal.spring;

import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.internal.testclass.RunningTestClasses;
import io.github.managedservice.internal.testclass.TestClassServices;
import java.lang.ref.WeakReference;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Puts the values of services into the Environment of a context before it is refreshed. Spring shares a context among
 * test classes whose customizers are equal, so this one has what tells services apart, and nothing else.
 */
record ServiceValues(Set<Object> services) implements ContextCustomizer {

    private static final String INLINED = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ServiceGroup group = start(configuration.getTestClass());
        closeBefore(group, context);
        ServicePropertySource values = new ServicePropertySource(group);
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        // A value that the test itself gives is meant, and Boot gives server.port there for a test on a random port.
        if (sources.contains(INLINED)) {
            sources.addAfter(INLINED, values);
        } else {
            sources.addFirst(values);
        }
    }

    /**
     * No test can get the context once the services have ended, because it is kept under their identity; but its beans would
     * go on until the JVM exits, and find nobody. Spring itself may have closed and forgotten it by then.
     */
    private static void closeBefore(ServiceGroup services, ConfigurableApplicationContext context) {
        WeakReference<ConfigurableApplicationContext> kept = new WeakReference<>(context);
        services.beforeStop(() -> {
            ConfigurableApplicationContext open = kept.get();
            if (open != null) {
                open.close();
            }
        });
    }

    private static ServiceGroup start(Class<?> testClass) {
        return RunningTestClasses.find(testClass)
                .map(TestClassServices::start)
                .orElseThrow(() -> new IllegalStateException("Spring makes the context of class " + testClass.getName()
                        + ", whose services run only while its tests do: ask for the context during the tests"));
    }
}
