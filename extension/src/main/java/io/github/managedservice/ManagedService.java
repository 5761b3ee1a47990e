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
 * Starts an external process before the tests of a class, waits until it is ready, and stops it after the tests, along with
 * everything it started.
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
 * <p>Repeat the annotation for several services, with a {@link #name()} for each. You can also put it on an annotation of
 * your own. Subclasses inherit the declaration and have their own instance of the service. Nested classes use the services
 * of their enclosing classes. {@link ServicePort}, {@link ServiceValue} and {@link InjectService} inject values.
 *
 * <p>A service is ready when each of {@link #readyPattern()}, {@link #readyUrl()} and {@link #readyCommand()} that you set
 * holds. If none is set, the service is ready when its port accepts a connection: <code>${port}</code> or {@link #port()}, or
 * else the first <code>${port.NAME}</code>. If it has no port either, it is ready when the process has started.
 *
 * <p>The start fails if the process exits, if it prints a line that matches {@link #failurePattern()}, or if the timeout
 * expires. The tests of the class then do not run, and the class fails with a
 * {@link io.github.managedservice.service.ServiceStartException} that contains the whole report. A mistake in a declaration is
 * reported as an {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before anything is started.
 *
 * <table>
 * <caption>Placeholders. They work in commands, addresses, variables, the directory and system properties.</caption>
 * <thead><tr><th scope="col">placeholder</th><th scope="col">value</th></tr></thead>
 * <tbody>
 * <tr><td><code>${port}</code></td><td>the port of the service: {@link #port()}, or a free one</td></tr>
 * <tr><td><code>${port.NAME}</code></td><td>a further free port; choose any NAME</td></tr>
 * <tr><td><code>${host}</code></td><td>{@code 127.0.0.1}</td></tr>
 * <tr><td><code>${SERVICE.port}</code>, <code>${SERVICE.port.NAME}</code>, <code>${SERVICE.host}</code></td>
 * <td>the same values of another service, which is then started first</td></tr>
 * <tr><td><code>${GROUP}</code>, <code>${SERVICE.GROUP}</code></td><td>the text that a named group of the ready pattern
 * captured. It cannot be used in the command, environment or directory of its own service, because these are needed before the
 * service prints anything. A group named {@code port} is the port of the service</td></tr>
 * <tr><td><code>${java}</code>, <code>${classpath}</code></td><td>the {@code java} program of this JVM, the class path of the
 * tests</td></tr>
 * <tr><td><code>${tempDir}</code></td><td>a fresh directory, deleted after the service has stopped</td></tr>
 * <tr><td><code>${env.NAME}</code>, <code>${sys.NAME}</code></td><td>an environment variable, a system property of this
 * JVM</td></tr>
 * <tr><td><code>${X:-default}</code></td><td>the value of X, or the default if X has no value</td></tr>
 * <tr><td><code>$${</code></td><td>a literal <code>${</code></td></tr>
 * </tbody>
 * </table>
 *
 * <p>The output of the service is in {@code target/managed-services/CLASS/NAME.log}. For {@link Scope#SESSION} it is in
 * {@code target/managed-services/NAME.log}.
 *
 * <p>In a Spring test, <code>redis.port</code>, <code>redis.port.NAME</code>, <code>redis.host</code> and
 * <code>redis.GROUP</code> are properties of the {@code Environment} before the context starts. A service with
 * {@link Scope#METHOD} has no such properties, because a context serves many tests.
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
     * Sets the program and its arguments. They never run through a shell. If you need one, write
     * <code>{"sh", "-c", "…"}</code>. A single string with white space is split into words as a POSIX shell would, with quotes
     * and backslashes. Only placeholders are expanded, and the value of a placeholder stays one word.
     *
     * @return the program, found in {@code PATH} or given as a path with a {@code /}, and its arguments
     */
    String[] command();

    /**
     * Waits for a line that matches a regular expression. The expression may match anywhere in a line of standard output or
     * standard error. ANSI colours are removed first. Named groups are captured, see the placeholders above.
     *
     * @return a {@link java.util.regex.Pattern}; empty to wait for no line
     */
    String readyPattern() default "";

    /**
     * Limits the time until the service is ready, for all conditions together. The switch
     * {@code managedservice.timeout.factor} multiplies it.
     *
     * @return the limit in {@link #unit()}, more than 0
     */
    long timeout() default 30;

    /**
     * Limits the time of a graceful stop. After that, everything left of the service is killed.
     *
     * @return the limit in {@link #unit()}; 0 kills at once
     */
    long stopTimeout() default 10;

    /**
     * Sets the unit of both {@link #timeout()} and {@link #stopTimeout()}.
     *
     * @return the unit
     */
    TimeUnit unit() default TimeUnit.SECONDS;

    /**
     * Names the service. Injection, other services, switches and the log file use this name. It must be unique in a test
     * class and its superclasses, unless the declarations are equal. In a nested class it hides a service of the same name
     * in an enclosing class.
     *
     * @return letters, digits and {@code . _ -}; empty for the file name of the program without its extension
     */
    String name() default "";

    /**
     * Waits until an address answers. The address is a path such as {@code /health} on the service's port, an {@code http:} or
     * {@code https:} URL, or {@code tcp://host:port}. A path and a URL must answer with a {@link #readyStatus()}, by default
     * any status from 200 to 399. A {@code tcp} address must accept a connection. Credentials in the URL are sent (Basic
     * authentication), and every TLS certificate is accepted. One request may take as long as {@link #timeout()} allows. If
     * another process of this machine answers, the service is started again on another port, up to three starts in all. With a
     * fixed port, the start fails.
     *
     * @return the address; empty to request none
     */
    String readyUrl() default "";

    /**
     * Sets the HTTP statuses of {@link #readyUrl()} that mean ready, such as 401 if the service requires a login. They replace
     * the default.
     *
     * @return each from 100 to 599; empty for 200 to 399
     */
    int[] readyStatus() default {};

    /**
     * Runs a program repeatedly until it exits with 0. It runs in the directory and environment of the service.
     *
     * @return program and arguments, as in {@link #command()}; empty to run none
     */
    String[] readyCommand() default {};

    /**
     * Fails the start as soon as a line of output matches a regular expression.
     *
     * @return a {@link java.util.regex.Pattern}, matched like {@link #readyPattern()}; empty if there is no such line
     */
    String failurePattern() default "";

    /**
     * Sets the value of <code>${port}</code>. Prefer 0, which leases a free port. No other build on this machine leases the
     * same port while the service has it. Use a fixed port only for programs whose port cannot be configured. The start
     * fails if that port is taken.
     *
     * @return 1 to 65535, or 0 to lease a free port if <code>${port}</code> is used
     */
    int port() default 0;

    /**
     * Adds variables to the environment, which is otherwise that of this JVM.
     *
     * @return each {@code NAME=value}
     */
    String[] env() default {};

    /**
     * Sets the working directory, which must exist.
     *
     * @return a path, relative to the working directory of this JVM; empty for the working directory of this JVM
     */
    String directory() default "";

    /**
     * Lists the services that must be ready before this one is started. A service that a placeholder mentions need not be
     * listed.
     *
     * @return names of services of this class, its superclasses and its enclosing classes
     */
    String[] dependsOn() default {};

    /**
     * Sets when the service starts and stops.
     *
     * @return the scope
     */
    Scope scope() default Scope.CLASS;

    /**
     * Sets system properties of this JVM when the service is ready, and restores them when it ends. System properties belong
     * to the whole JVM. A class that sets them therefore holds JUnit's lock {@code Resources.SYSTEM_PROPERTIES} and does not
     * run in parallel with another such class. If only services with {@link Scope#SESSION} set them, both classes may run.
     *
     * @return each {@code name=value}
     */
    String[] systemProperties() default {};

    /**
     * Sets the signal that stops the service.
     *
     * @return {@code TERM}, {@code INT}, {@code QUIT} or {@code HUP} for a graceful stop; {@code KILL} to skip it
     */
    String stopSignal() default "TERM";

    /**
     * Runs a program that stops the service, instead of sending the signal. The program also runs if the service has ended in
     * another way, or if this JVM has died. So it can remove what a signal cannot reach, such as a container. It must succeed
     * if there is nothing to stop. If it fails and the service does not exit within a second, the signal is sent.
     *
     * @return program and arguments, as in {@link #command()}; empty to use the signal
     */
    String[] stopCommand() default {};
}
