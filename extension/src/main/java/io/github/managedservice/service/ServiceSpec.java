package io.github.managedservice.service;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start, recognise and stop one service. A value: it can be kept in a constant and used for many starts, each on
 * ports of its own.
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
     * Begins the declaration of a service.
     *
     * @param command program and arguments, run as they are, never through a shell; a single text with white space is
     *     split into words as a POSIX shell would, with no expansion
     * @return a builder in which every other element has its default
     */
    public static Builder builder(String... command) {
        return new Builder().set("command", command.clone());
    }

    /** {@return the name by which tests and other services refer to the service, never empty} */
    public String name() {
        return declaration.name();
    }

    /** {@return what was declared} Internal. */
    @SuppressWarnings("exports")
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public String toString() {
        return "ServiceSpec[" + name() + "]";
    }

    /**
     * Collects the elements of a declaration, those of {@link io.github.managedservice.ManagedService} with the same names and
     * defaults. Strings may have its placeholders, except the name and the patterns. Nothing is checked before
     * {@link #build()}. Each method replaces what an earlier call of it has set.
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
         * Adds variables to the environment, which is this JVM's otherwise.
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
         * @param directory an existing directory; default: that of this JVM
         * @return this builder
         */
        public Builder directory(String directory) {
            return set("directory", directory);
        }

        /**
         * Makes the service ready when it has printed a matching line, and everything else that is declared holds.
         *
         * @param regex as for {@link Readiness#line(String)}
         * @return this builder
         */
        public Builder readyPattern(String regex) {
            return set("readyPattern", regex);
        }

        /**
         * Makes the service ready when an address answers, and everything else that is declared holds.
         *
         * @param url as for {@link Readiness#url(String)}
         * @return this builder
         */
        public Builder readyUrl(String url) {
            return set("readyUrl", url);
        }

        /**
         * Chooses the HTTP statuses with which an answer to {@link #readyUrl} means ready.
         *
         * @param status each from 100 to 599; default: 200 to 399
         * @return this builder
         */
        public Builder readyStatus(int... status) {
            return set("readyStatus", status.clone());
        }

        /**
         * Makes the service ready when a program exits with 0, and everything else that is declared holds.
         *
         * @param command as for {@link Readiness#command(String...)}
         * @return this builder
         */
        public Builder readyCommand(String... command) {
            return set("readyCommand", command.clone());
        }

        /**
         * Makes the service ready when a condition holds, and everything else that is declared. If nothing is declared at all,
         * the first leased port must accept a connection, or, without a port, the process be started.
         *
         * @param readiness the condition
         * @return this builder
         */
        public Builder readyWhen(Readiness readiness) {
            return set("readyWhen", readiness.condition());
        }

        /**
         * Makes the start fail at once when a matching line is printed before the service is ready.
         *
         * @param regex as for {@link Readiness#line(String)}
         * @return this builder
         */
        public Builder failurePattern(String regex) {
            return set("failurePattern", regex);
        }

        /**
         * Limits the time in which the service must become ready, all conditions together.
         *
         * @param timeout more than zero, at most 365 days; default: 30 seconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            return set("timeout", timeout);
        }

        /**
         * Fixes the port that <code>${port}</code> stands for. The start fails if somebody else has it.
         *
         * @param port 1 to 65535; 0, the default, leases a free one
         * @return this builder
         */
        public Builder port(int port) {
            return set("port", port);
        }

        /**
         * Names the services that must be ready before this one is started; those mentioned in placeholders need not be named.
         *
         * @param names services started together with this one, or around it
         * @return this builder
         */
        public Builder dependsOn(String... names) {
            return set("dependsOn", names.clone());
        }

        /**
         * Sets system properties of this JVM from when the service is ready until it ends; they are restored then.
         *
         * @param properties each {@code name=value}
         * @return this builder
         */
        public Builder systemProperties(String... properties) {
            return set("systemProperties", properties.clone());
        }

        /**
         * Chooses the signal that asks the service to stop.
         *
         * @param signal {@code TERM} (default), {@code INT}, {@code QUIT}, {@code HUP} or {@code KILL}
         * @return this builder
         */
        public Builder stopSignal(String signal) {
            return set("stopSignal", signal);
        }

        /**
         * Asks the service to stop by a program instead of the signal.
         *
         * @param command program and arguments, as for {@link ServiceSpec#builder(String...)}. Also run when the service ended
         *     in another way, since its process may be the client of an engine, and when this JVM has died. It may find nothing
         *     to stop
         * @return this builder
         */
        public Builder stopCommand(String... command) {
            return set("stopCommand", command.clone());
        }

        /**
         * Limits how long a polite stop may take before everything left of the service is killed.
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
         * @throws IllegalArgumentException if elements have values that cannot be; the message names them all
         */
        public ServiceSpec build() {
            DeclarationProblems problems = new DeclarationProblems();
            Declaration declaration = Declaration.read(elements, problems);
            problems.throwIfAny("", IllegalArgumentException::new);
            return new ServiceSpec(declaration);
        }
    }
}
