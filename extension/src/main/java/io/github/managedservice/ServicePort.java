package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a port of a service into an {@code int} or {@code Integer} parameter or field.
 *
 * <p>Parameters may be those of constructors, test methods and life cycle methods such as {@code @BeforeAll}; fields may be
 * static and private, but not final. In a record, annotate the components: the constructor is called with them. Of a service
 * with {@link Scope#METHOD}, nothing can be injected before {@code @BeforeEach}. What cannot be injected is an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} that says why, before anything is started.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface ServicePort {

    /**
     * The name of the service. If it is empty, the only service is meant, or else the one named like the field or parameter.
     * The name of a parameter is known if the class is compiled with {@code javac -parameters}.
     *
     * @return the name
     */
    String value() default "";

    /**
     * The NAME of a further port that is declared as <code>${port.NAME}</code>.
     *
     * @return the name of the port; empty for the service's own port
     */
    String name() default "";
}
