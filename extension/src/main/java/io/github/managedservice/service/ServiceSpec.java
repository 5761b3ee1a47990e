package io.github.managedservice.service;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Declares how to start and stop a service, and when it is ready. It is immutable, so it can be kept in a constant and started
 * many times. Each start leases new ports.
 *
 * <pre><code>
 * ServiceSpec spec = ServiceSpec.builder("redis-server --port ${port} --dir ${tempDir}")
 *         .readyPattern("Ready to accept connections")
 *         .timeout(Duration.ofSeconds(10))
 *         .build();
 * </code></pre>
 *
 * @since 0.1.0
 */
public final class ServiceSpec {

    private final Declaration declaration;

    private ServiceSpec(Declaration declaration) {
        this.declaration = declaration;
    }

    /**
     * Returns a builder for the declaration of a service.
     *
     * @param command program and arguments, which never run through a shell; a single string with white space is split into
     *     words as a POSIX shell would, without expansion
     * @return a builder with the default of every other element
     */
    public static Builder builder(String... command) {
        return new Builder().set("command", command.clone());
    }

    /** {@return the name of the service, which tests and other services use, never empty} */
    public String name() {
        return declaration.name();
    }

    /** {@return the parsed declaration} For internal use. */
    @SuppressWarnings("exports")
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public String toString() {
        return "ServiceSpec[" + name() + "]";
    }

    /**
     * Collects the elements of a declaration. They have the same names, defaults and placeholders as in
     * {@link io.github.managedservice.ManagedService}. Values are checked by {@link #build()}. If a method is called twice,
     * the second value replaces the first.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final Map<String, Object> elements = new HashMap<>();

        private Builder() {}

        private Builder set(String element, Object value) {
            elements.put(element, value);
            return this;
        }

        /**
         * Names the service.
         *
         * @param name letters, digits, {@code . _ -}; default: the file name of the program without its extension
         * @return this builder
         */
        public Builder name(String name) {
            return set("name", name);
        }

        /**
         * Adds variables to the environment, which is otherwise that of this JVM.
         *
         * @param env each {@code NAME=value}
         * @return this builder
         */
        public Builder env(String... env) {
            return set("env", env.clone());
        }

        /**
         * Sets the working directory.
         *
         * @param directory an existing directory; default: the working directory of this JVM
         * @return this builder
         */
        public Builder directory(String directory) {
            return set("directory", directory);
        }

        /**
         * Waits for a matching line, in addition to other ready conditions.
         *
         * @param regex as for {@link Readiness#line(String)}
         * @return this builder
         */
        public Builder readyPattern(String regex) {
            return set("readyPattern", regex);
        }

        /**
         * Waits until an address answers, in addition to other ready conditions.
         *
         * @param url as for {@link Readiness#url(String)}
         * @return this builder
         */
        public Builder readyUrl(String url) {
            return set("readyUrl", url);
        }

        /**
         * Sets the HTTP statuses of {@link #readyUrl} that mean ready.
         *
         * @param status each from 100 to 599; default: 200 to 399
         * @return this builder
         */
        public Builder readyStatus(int... status) {
            return set("readyStatus", status.clone());
        }

        /**
         * Waits until a program exits with 0, in addition to other ready conditions.
         *
         * @param command as for {@link Readiness#command(String...)}
         * @return this builder
         */
        public Builder readyCommand(String... command) {
            return set("readyCommand", command.clone());
        }

        /**
         * Waits for a condition, in addition to other ready conditions. If none is declared at all, the service is ready when
         * its port accepts a connection: <code>${port}</code> or {@link #port}, or else the first <code>${port.NAME}</code>.
         * If it has no port either, it is ready when the process has started.
         *
         * @param readiness the condition
         * @return this builder
         */
        public Builder readyWhen(Readiness readiness) {
            return set("readyWhen", readiness.condition());
        }

        /**
         * Fails the start as soon as a matching line is printed before the service is ready.
         *
         * @param regex as for {@link Readiness#line(String)}
         * @return this builder
         */
        public Builder failurePattern(String regex) {
            return set("failurePattern", regex);
        }

        /**
         * Limits the time until the service is ready, for all conditions together.
         *
         * @param timeout more than zero, at most 365 days; default: 30 seconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            return set("timeout", timeout);
        }

        /**
         * Sets the value of <code>${port}</code>. The start fails if the port is taken.
         *
         * @param port 1 to 65535; 0, the default, leases a free port
         * @return this builder
         */
        public Builder port(int port) {
            return set("port", port);
        }

        /**
         * Lists the services that must be ready before this one is started. A service that a placeholder mentions need not be
         * listed.
         *
         * @param names names of services of the same extension, the same class or an enclosing class
         * @return this builder
         */
        public Builder dependsOn(String... names) {
            return set("dependsOn", names.clone());
        }

        /**
         * Sets system properties of this JVM when the service is ready, and restores them when it ends.
         *
         * @param properties each {@code name=value}
         * @return this builder
         */
        public Builder systemProperties(String... properties) {
            return set("systemProperties", properties.clone());
        }

        /**
         * Sets the signal that stops the service.
         *
         * @param signal {@code TERM} (default), {@code INT}, {@code QUIT} or {@code HUP} for a graceful stop; {@code KILL} to
         *     skip it
         * @return this builder
         */
        public Builder stopSignal(String signal) {
            return set("stopSignal", signal);
        }

        /**
         * Runs a program that stops the service, instead of sending the signal. The program also runs if the service has ended
         * in another way, or if this JVM has died. So it can remove what a signal cannot reach, such as a container. It must
         * succeed if there is nothing to stop.
         *
         * @param command program and arguments, as for {@link ServiceSpec#builder(String...)}
         * @return this builder
         */
        public Builder stopCommand(String... command) {
            return set("stopCommand", command.clone());
        }

        /**
         * Limits the time of a graceful stop. After that, everything left of the service is killed.
         *
         * @param stopTimeout zero to 365 days; default: 10 seconds
         * @return this builder
         */
        public Builder stopTimeout(Duration stopTimeout) {
            return set("stopTimeout", stopTimeout);
        }

        /**
         * Checks the declaration.
         *
         * @return the specification
         * @throws IllegalArgumentException if any element has an invalid value; the message lists all of them
         */
        public ServiceSpec build() {
            DeclarationProblems problems = new DeclarationProblems();
            Declaration declaration = Declaration.read(elements, problems);
            problems.throwIfAny("", IllegalArgumentException::new);
            return new ServiceSpec(declaration);
        }
    }
}
