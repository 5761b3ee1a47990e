package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Holds several {@link ManagedService}s of one class. You need not write it: the compiler adds it when you repeat the
 * annotation.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ManagedServiceExtension.class)
@ResourceLock(providers = SystemPropertyLocks.class)
public @interface ManagedServices {

    /**
     * Lists the services. Their order has no effect: each one is started when the services that it needs are ready.
     *
     * @return one or more
     */
    ManagedService[] value();
}
