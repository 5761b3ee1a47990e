package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a {@link io.github.managedservice.service.RunningService}. A parameter of that type needs the annotation only to
 * name the service; a field needs it in any case. Where it may stand, see {@link ServicePort}.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface InjectService {

    /**
     * The name of the service. If it is empty, the only service is meant, or else the one named like the field or parameter.
     * The name of a parameter is known if the class is compiled with {@code javac -parameters}.
     *
     * @return the name
     */
    String value() default "";
}
