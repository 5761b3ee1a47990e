package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a text that contains values of the services, such as {@code redis://127.0.0.1:6379/0}. The parameter or field is a
 * {@link String}, or has a type to which JUnit's {@link org.junit.platform.commons.support.conversion.ConversionSupport}
 * converts a string, such as {@link java.net.URI}, {@link java.nio.file.Path} or {@code int}. See {@link ServicePort} for
 * where it can be used.
 *
 * <p>Placeholders name a service: <code>${redis.port}</code>, <code>${redis.port.NAME}</code>, <code>${redis.host}</code>,
 * <code>${redis.GROUP}</code>. If there is only one service, its name can be left out, as in <code>${port}</code>; then
 * <code>${tempDir}</code>, <code>${java}</code>, <code>${classpath}</code>, <code>${env.NAME}</code> and
 * <code>${sys.NAME}</code> also work.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface ServiceValue {

    /**
     * Sets the text to inject, for example <code>redis://${redis.host}:${redis.port}/0</code>.
     *
     * @return the text, which may contain placeholders
     */
    String value();
}
