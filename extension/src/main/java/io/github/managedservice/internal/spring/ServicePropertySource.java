package io.github.managedservice.internal.spring;

import io.github.managedservice.internal.group.ServiceGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The values of services by the names that they have in {@code @ManagedService} too: {@code redis.port} and the like. It has
 * the names that the declarations promise, and no other that begins the same way.
 */
final class ServicePropertySource extends EnumerablePropertySource<ServiceGroup> {

    private final Set<String> names;

    ServicePropertySource(ServiceGroup services) {
        super("managed services", services);
        this.names = services.declared().valueNames();
    }

    @Override
    public String[] getPropertyNames() {
        return names.toArray(String[]::new);
    }

    @Override
    public boolean containsProperty(String name) {
        return names.contains(name) && source.findValue(name).isPresent();
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return names.contains(name) ? source.findValue(name).orElse(null) : null;
    }
}
