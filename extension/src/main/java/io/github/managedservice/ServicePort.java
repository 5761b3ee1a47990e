package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a port of a service into an {@code int} or {@code Integer} parameter or field.
 *
 * <p>It can be used on parameters of constructors, test methods and lifecycle methods such as {@code @BeforeAll}. It can also
 * be used on fields, which may be static and private, but not final. In a record, annotate the components, because they are
 * the parameters of the constructor. Values of a service with {@link Scope#METHOD} are not available before
 * {@code @BeforeEach}. If a value cannot be injected, an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} says why, before anything is started.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface ServicePort {

    /**
     * Names the service. If it is empty, the annotation means the only service. If there are several, it means the one whose
     * name equals the name of the field or parameter. Parameter names are only available if the class is compiled with
     * {@code javac -parameters}.
     *
     * @return the name of the service; may be empty
     */
    String value() default "";

    /**
     * Names a further port that the declaration uses as <code>${port.NAME}</code>.
     *
     * @return the NAME; empty for the service's own port
     */
    String name() default "";
}
