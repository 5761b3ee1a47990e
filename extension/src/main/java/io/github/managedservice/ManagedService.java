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
 * Starts an external process before the tests of a class, waits until it is ready, and ends it after them, with everything
 * that it has started.
 *
 * <pre><code>
 * &#64;ManagedService(
 *         command = "redis-server --port ${port} --dir ${tempDir}",
 *         readyPattern = "Ready to accept connections")
 * class CartTest {
 *
 *     &#64;Test
 *     void stores_an_item(&#64;ServicePort int port) {
 *         try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
 *             redis.set("item", "teapot");
 *
 *             assertEquals("teapot", redis.get("item"));
 *         }
 *     }
 * }
 * </code></pre>
 *
 * <p>The annotation may be repeated, with a {@link #name()} for each service, and put on an annotation of your own.
 * Subclasses inherit it, as services of their own, and nested classes use the services of the classes around them. Values
 * are injected with {@link ServicePort}, {@link ServiceValue} and {@link InjectService}.
 *
 * <p>A service is ready when {@link #readyPattern()}, {@link #readyUrl()} and {@link #readyCommand()} hold, as far as they
 * are given. If none is, it is ready when its first leased port accepts a connection, or, without a port, once the process
 * has started. If it exits, prints a line that matches {@link #failurePattern()}, or is not ready in time, the tests of the
 * class do not run; the failure is a {@link io.github.managedservice.service.ServiceStartException} that has all that is
 * known. A mistake in a declaration is an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}, thrown before anything is started.
 *
 * <table>
 * <caption>Placeholders, in every string but the name and the patterns</caption>
 * <thead><tr><th scope="col">placeholder</th><th scope="col">stands for</th></tr></thead>
 * <tbody>
 * <tr><td><code>${port}</code></td><td>the service's port: {@link #port()}, or a free one</td></tr>
 * <tr><td><code>${port.NAME}</code></td><td>a further port, free too, by a NAME of your choice</td></tr>
 * <tr><td><code>${host}</code></td><td>{@code 127.0.0.1}</td></tr>
 * <tr><td><code>${SERVICE.port}</code>, <code>${SERVICE.port.NAME}</code>, <code>${SERVICE.host}</code></td>
 * <td>the same of another service, which is started first then</td></tr>
 * <tr><td><code>${GROUP}</code>, <code>${SERVICE.GROUP}</code></td><td>what a named group of the ready pattern has captured:
 * not in what its own service is started with, which comes before any output. A group named {@code port} is the service's
 * port</td></tr>
 * <tr><td><code>${java}</code>, <code>${classpath}</code></td><td>the launcher of this JVM, the class path of the tests</td></tr>
 * <tr><td><code>${tempDir}</code></td><td>a fresh directory, deleted after the service was stopped</td></tr>
 * <tr><td><code>${env.NAME}</code>, <code>${sys.NAME}</code></td><td>an environment variable, a system property of this
 * JVM</td></tr>
 * <tr><td><code>${X:-default}</code></td><td>X, or the default where X has no value</td></tr>
 * <tr><td><code>$${</code></td><td>a literal <code>${</code></td></tr>
 * </tbody>
 * </table>
 *
 * <p>All that the service prints is in {@code target/managed-services/CLASS/NAME.log}, without the class for
 * {@link Scope#SESSION}.
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
     * The program and its arguments. They are run as they are, never through a shell: where you need one, write
     * <code>{"sh", "-c", "…"}</code>. A single string with white space is split into words as a POSIX shell would, with quotes
     * and backslashes; nothing is expanded but placeholders, whose values stay one word.
     *
     * @return the program, in {@code PATH} or with a {@code /} in it, and its arguments
     */
    String[] command();

    /**
     * A regular expression that is found in a line of output once the service is ready. It is looked for anywhere in each line
     * of standard output and standard error, without ANSI colours. Named groups are captured, see the placeholders above.
     *
     * @return a {@link java.util.regex.Pattern}; empty if no line is awaited
     */
    String readyPattern() default "";

    /**
     * How long the service may take to become ready, all conditions together. The switch {@code managedservice.timeout.factor}
     * multiplies it.
     *
     * @return the limit in {@link #unit()}, more than 0
     */
    long timeout() default 30;

    /**
     * How long the service may take to end after it was asked to. Whatever is left of it then is killed.
     *
     * @return the limit in {@link #unit()}; 0 kills at once
     */
    long stopTimeout() default 10;

    /**
     * The unit of {@link #timeout()} and {@link #stopTimeout()}, of both.
     *
     * @return the unit
     */
    TimeUnit unit() default TimeUnit.SECONDS;

    /**
     * The name of the service, by which injection, other services, switches and the log file refer to it. It is unique in a
     * test class and its superclasses, unless the declarations are equal; in a nested class it hides the enclosing one's
     * service of that name.
     *
     * @return letters, digits and {@code . _ -}; empty for the file name of the program without its extension
     */
    String name() default "";

    /**
     * An address that answers once the service is ready: a path such as {@code /health}, which is asked by HTTP on the
     * service's port, or an {@code http:} or {@code https:} URL, either with a status from 200 to 399 or a
     * {@link #readyStatus()}; or {@code tcp://host:port}, which accepts a connection. Credentials in the URL are sent (Basic). Any
     * TLS certificate will do. An answer may take as long as the start may. Where a process of this machine answers that is not
     * the service's, the start fails.
     *
     * @return the address; empty if none is asked
     */
    String readyUrl() default "";

    /**
     * The HTTP statuses with which an answer to {@link #readyUrl()} means ready, such as 401 where the service is up but wants
     * a login.
     *
     * @return each from 100 to 599; empty for those from 200 to 399
     */
    int[] readyStatus() default {};

    /**
     * A program that exits with 0 once the service is ready. It is run again and again until then, in the service's directory
     * and environment.
     *
     * @return program and arguments, as in {@link #command()}; empty if there is none
     */
    String[] readyCommand() default {};

    /**
     * A regular expression for a line that means that the start has failed. It is not waited any longer then.
     *
     * @return a {@link java.util.regex.Pattern}, looked for as {@link #readyPattern()} is; empty if there is no such line
     */
    String failurePattern() default "";

    /**
     * The port that <code>${port}</code> stands for. Prefer 0: nobody else on this machine then leases the same port while the
     * service has it. A fixed port is for programs that cannot be told; the start fails if it is taken.
     *
     * @return 1 to 65535, or 0 to lease a free one where it is used
     */
    int port() default 0;

    /**
     * Variables that are added to the environment, which otherwise is that of this JVM.
     *
     * @return each {@code NAME=value}
     */
    String[] env() default {};

    /**
     * The working directory, which must exist.
     *
     * @return a path, relative to the working directory of this JVM; empty for that directory itself
     */
    String directory() default "";

    /**
     * Services that must be ready before this one is started. One that is mentioned in a placeholder need not be named here.
     *
     * @return the names of services of this class, its superclasses and the classes around it
     */
    String[] dependsOn() default {};

    /**
     * When the service starts and ends.
     *
     * @return the scope
     */
    Scope scope() default Scope.CLASS;

    /**
     * System properties of this JVM that are set when the service is ready, and restored when it ends. They are seen by the
     * whole JVM, so where JUnit runs classes in parallel, a class that has them holds the lock
     * {@code Resources.SYSTEM_PROPERTIES}: no two such classes run at the same time.
     *
     * @return each {@code name=value}
     */
    String[] systemProperties() default {};

    /**
     * The signal that asks the service to stop.
     *
     * @return {@code TERM}, {@code INT}, {@code QUIT} or {@code HUP}; {@code KILL} does not ask
     */
    String stopSignal() default "TERM";

    /**
     * A program that asks the service to stop, run instead of the signal. It is also run when the service ended in another way
     * and when this JVM has died, so it can end what is out of reach, such as a container. It may find nothing to stop. Where it
     * fails, and the service does not end within a second all the same, the signal is sent.
     *
     * @return program and arguments, as in {@link #command()}; empty to use the signal
     */
    String[] stopCommand() default {};
}
