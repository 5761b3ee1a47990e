package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a {@link io.github.managedservice.service.RunningService}; optional on a parameter.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface InjectService {

    /**
     * The name of the service; without it the only service, else the one named like the parameter or field.
     *
     * @return the name
     */
    String value() default "";
}
