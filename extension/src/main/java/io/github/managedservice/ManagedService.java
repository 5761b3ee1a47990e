package io.github.managedservice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Starts an external process before the tests of a class, waits until it is ready, and ends it, with all that came of it,
 * after them. May be repeated, inherited, and put on another annotation; nested classes see it.
 *
 * <p>Strings other than the name and the patterns may have placeholders: <code>${port}</code>,
 * <code>${port.NAME}</code>, <code>${host}</code>, <code>${SERVICE.port}</code>, <code>${java}</code>,
 * <code>${classpath}</code>, <code>${tempDir}</code>, <code>${env.NAME}</code>, <code>${sys.NAME}</code>,
 * <code>${X:-default}</code>; <code>$${</code> is a literal <code>${</code>. Where no ready element is given, the service
 * is ready when its first leased port accepts a connection, or, with no port, once the process has started.
 *
 * <p>In a test of Spring, <code>redis.port</code>, <code>redis.port.NAME</code>, <code>redis.host</code> and
 * <code>redis.GROUP</code> are properties of the {@code Environment} before the context starts. Those of a service with
 * {@link Scope#METHOD} are not, for a context serves many tests.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Repeatable(ManagedServices.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ManagedServiceExtension.class)
@ResourceLock(providers = SystemPropertyLocks.class)
public @interface ManagedService {

    /**
     * Program and arguments, run as they are, never through a shell; a single text with white space is split into words.
     *
     * @return the texts
     */
    String[] command();

    /**
     * Regular expression that is found in a line of output when the service is ready; named groups are captured.
     *
     * @return the text
     */
    String readyPattern() default "";

    /**
     * The one total limit for becoming ready, in {@link #unit()}.
     *
     * @return the time
     */
    long timeout() default 30;

    /**
     * How long a polite stop may take before the tree is killed, in {@link #unit()}.
     *
     * @return the time
     */
    long stopTimeout() default 10;

    /**
     * The unit of both times.
     *
     * @return the unit
     */
    TimeUnit unit() default TimeUnit.SECONDS;

    /**
     * Unique in a test class with its superclasses, unless the declarations are equal. In a nested class it hides the
     * enclosing one's service of that name. The default is the file name of the program without its extension.
     *
     * @return the text
     */
    String name() default "";

    /**
     * An address that answers when the service is ready: {@code http:}, {@code https:}, {@code tcp://host:port}, or a path on its port.
     *
     * @return the text
     */
    String readyUrl() default "";

    /**
     * A program that exits with 0 when the service is ready.
     *
     * @return the texts
     */
    String[] readyCommand() default {};

    /**
     * Regular expression for a line that means the start has failed.
     *
     * @return the text
     */
    String failurePattern() default "";

    /**
     * 0 leases a free port where one is used; any other is claimed.
     *
     * @return the port
     */
    int port() default 0;

    /**
     * Variables added to the environment, each {@code NAME=value}.
     *
     * @return the texts
     */
    String[] env() default {};

    /**
     * The working directory; the default is the tests' own.
     *
     * @return the text
     */
    String directory() default "";

    /**
     * Services that must be ready first; a placeholder that mentions one implies it.
     *
     * @return the texts
     */
    String[] dependsOn() default {};

    /**
     * How long the service lives.
     *
     * @return the scope
     */
    Scope scope() default Scope.CLASS;

    /**
     * System properties set while the service runs, each {@code name=value}. Where JUnit runs classes in parallel, a class
     * that has them holds the lock {@code Resources.SYSTEM_PROPERTIES}, so that no two such classes run at the same time.
     *
     * @return the texts
     */
    String[] systemProperties() default {};

    /**
     * {@code TERM}, {@code INT}, {@code QUIT}, {@code HUP} or {@code KILL}.
     *
     * @return the text
     */
    String stopSignal() default "TERM";

    /**
     * A program that asks the service to stop, instead of the signal. Also run when the service ended in another way, since
     * its process may be the client of an engine, and when this JVM died. It may find nothing to stop.
     *
     * @return the texts
     */
    String[] stopCommand() default {};
}
