package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a text made of what is known of the services, converted to the type of the parameter or field: a {@link String},
 * or whatever JUnit's {@link org.junit.platform.commons.support.conversion.ConversionSupport} makes of one, such as a
 * {@link java.net.URI}, a {@link java.nio.file.Path} or a number. Where it may stand, see {@link ServicePort}.
 *
 * <p>Placeholders name a service: <code>${redis.port}</code>, <code>${redis.port.NAME}</code>, <code>${redis.host}</code>,
 * <code>${redis.GROUP}</code>. With only one service the name may be left out, and <code>${tempDir}</code>,
 * <code>${java}</code>, <code>${classpath}</code>, <code>${env.NAME}</code> and <code>${sys.NAME}</code> are known too.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface ServiceValue {

    /**
     * The text with its placeholders, for example <code>redis://${host}:${redis.port}/0</code>.
     *
     * @return the text before the placeholders are replaced
     */
    String value();
}
