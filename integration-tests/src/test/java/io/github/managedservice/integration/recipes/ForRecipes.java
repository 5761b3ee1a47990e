package io.github.managedservice.integration.recipes;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What recipes are tried on, started by the first test class that needs it and ended after the last. */
@SuppressWarnings("deprecation")
record ForRecipes(RunningService service) implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(ForRecipes.class);

    static RunningService start(ExtensionContext context, String name, Supplier<ServiceSpec> spec) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        name, absent -> new ForRecipes(ServiceLauncher.start(spec.get())), ForRecipes.class)
                .service();
    }

    @Override
    public void close() {
        service.close();
    }
}
