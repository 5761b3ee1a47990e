package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a text made of what is known of the services, converted to the type of the parameter or field.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface ServiceValue {

    /**
     * The text with placeholders, for example <code>redis://${host}:${redis.port}/0</code>.
     *
     * @return the template
     */
    String value();
}
