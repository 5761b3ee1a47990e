package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a {@link io.github.managedservice.service.RunningService}. A field always needs the annotation. A parameter needs it
 * only to name the service. See {@link ServicePort} for where it can be used.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface InjectService {

    /**
     * Names the service. If it is empty, the annotation means the only service. If there are several, it means the one whose
     * name equals the name of the field or parameter. Parameter names are only available if the class is compiled with
     * {@code javac -parameters}.
     *
     * @return the name of the service; may be empty
     */
    String value() default "";
}
