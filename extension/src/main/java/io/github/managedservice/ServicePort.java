package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a port of a service into an {@code int} or {@code Integer} parameter or field.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface ServicePort {

    /**
     * The name of the service; without it the only service, else the one named like the parameter or field.
     *
     * @return the name
     */
    String value() default "";

    /**
     * The NAME of a further port, <code>${port.NAME}</code>.
     *
     * @return the name of the port; empty for the own one
     */
    String name() default "";
}
