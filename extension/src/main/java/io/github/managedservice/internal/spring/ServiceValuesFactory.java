package io.github.managedservice.internal.spring;

import io.github.managedservice.internal.testclass.RunningTestClasses;
import io.github.managedservice.internal.testclass.TestClassServices;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Gives the context of a test class the values of its services. Spring finds it in {@code META-INF/spring.factories}. */
final class ServiceValuesFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        Set<Object> services = RunningTestClasses.find(testClass)
                .map(TestClassServices::identity)
                .orElse(Set.of());
        return services.isEmpty() ? null : new ServiceValues(services);
    }
}
