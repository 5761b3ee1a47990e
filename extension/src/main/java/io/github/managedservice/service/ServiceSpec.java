package io.github.managedservice.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

    final String name;
    final List<Template> command;
    final Map<String, Template> env;
    final Optional<Template> directory;
    final Optional<Readiness> declaredReadiness;
    final Optional<Pattern> failurePattern;
    final Duration timeout;
    final int fixedPort;
    final List<String> dependsOn;
    final Map<String, Template> systemProperties;
    final String stopSignal;
    final List<Template> stopCommand;
    final Duration stopTimeout;

    /** The texts that are filled before the process is started, where they stand in the declaration. */
    final List<DeclaredText> launchTexts;

    /** Those that are filled while or after the service becomes ready. */
    final List<DeclaredText> lateTexts;

    /** The ports to lease, by the NAME in {@code ${port.NAME}}, which is empty for the service's own port. */
    final List<String> ports;

    ServiceSpec(ServiceSpecReader declared) {
        this.command = declared.command();
        this.name = declared.name(command);
        this.env = declared.env();
        this.directory = declared.directory();
        this.fixedPort = declared.port();
        this.failurePattern = declared.failurePattern();
        this.timeout = declared.timeout();
        this.dependsOn = declared.dependsOn();
        this.declaredReadiness = declared.readiness();
        this.systemProperties = declared.systemProperties();
        this.stopSignal = declared.stopSignal();
        this.stopCommand = declared.stopCommand();
        this.stopTimeout = declared.stopTimeout();
        this.launchTexts = declared.launchTexts();
        this.lateTexts = declared.lateTexts();
        this.ports = new SpecPlaceholders(this).leasedPorts();
    }

    /** What was declared; else the first leased port accepts a connection; with no port, the process has started. */
    Readiness readiness() {
        return declaredReadiness.orElseGet(() -> ports.isEmpty()
                ? Readiness.started()
                : UrlReadiness.port(SpecPlaceholders.portPlaceholder(ports.get(0))));
    }

    /**
     * Begins the declaration of a service.
     *
     * @param command program and arguments, run as they are, never through a shell; a single text with white space is
     *     split into words as a POSIX shell would, with no expansion
     * @return a builder in which every other element has its default
     */
    public static Builder builder(String... command) {
        return new Builder(command);
    }

    /**
     * Returns the name by which tests and other services refer to the service.
     *
     * @return the name, never empty
     */
    public String name() {
        return name;
    }

    /** What a message calls it. */
    String subject() {
        return name.isEmpty() ? "a service without a name" : "service '" + name + "'";
    }

    @Override
    public String toString() {
        return "ServiceSpec[" + name + "]";
    }

    /**
     * Collects the elements of a declaration, those of {@link io.github.managedservice.ManagedService} with the same names and
     * defaults. Strings may have its placeholders, except the name and the patterns. Nothing is checked before
     * {@link #build()}. Each method replaces what an earlier call of it has set.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        String[] command;
        String name = "";
        String[] env = {};
        String directory = "";
        String readyPattern = "";
        String readyUrl = "";
        int[] readyStatus = {};
        String[] readyCommand = {};
        Optional<Readiness> readyWhen = Optional.empty();
        String failurePattern = "";
        Duration timeout = Duration.ofSeconds(30);
        int port;
        String[] dependsOn = {};
        String[] systemProperties = {};
        String stopSignal = "TERM";
        String[] stopCommand = {};
        Duration stopTimeout = Duration.ofSeconds(10);

        private Builder(String... command) {
            this.command = command.clone();
        }

        /**
         * Names the service.
         *
         * @param name letters, digits, {@code . _ -}; default: the file name of the program without its extension
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Adds variables to the environment, which is this JVM's otherwise.
         *
         * @param env each {@code NAME=value}
         * @return this builder
         */
        public Builder env(String... env) {
            this.env = env.clone();
            return this;
        }

        /**
         * Sets the working directory.
         *
         * @param directory an existing directory; default: that of this JVM
         * @return this builder
         */
        public Builder directory(String directory) {
            this.directory = directory;
            return this;
        }

        /**
         * Makes the service ready when it has printed a matching line, and everything else that is declared holds.
         *
         * @param regex as for {@link Readiness#line(String)}
         * @return this builder
         */
        public Builder readyPattern(String regex) {
            this.readyPattern = regex;
            return this;
        }

        /**
         * Makes the service ready when an address answers, and everything else that is declared holds.
         *
         * @param url as for {@link Readiness#url(String)}
         * @return this builder
         */
        public Builder readyUrl(String url) {
            this.readyUrl = url;
            return this;
        }

        /**
         * Chooses the HTTP statuses with which an answer to {@link #readyUrl} means ready.
         *
         * @param status each from 100 to 599; default: 200 to 399
         * @return this builder
         */
        public Builder readyStatus(int... status) {
            this.readyStatus = status.clone();
            return this;
        }

        /**
         * Makes the service ready when a program exits with 0, and everything else that is declared holds.
         *
         * @param command as for {@link Readiness#command(String...)}
         * @return this builder
         */
        public Builder readyCommand(String... command) {
            this.readyCommand = command.clone();
            return this;
        }

        /**
         * Makes the service ready when a condition holds, and everything else that is declared. If nothing is declared at all,
         * the first leased port must accept a connection, or, without a port, the process be started.
         *
         * @param readiness the condition
         * @return this builder
         */
        public Builder readyWhen(Readiness readiness) {
            this.readyWhen = Optional.of(readiness);
            return this;
        }

        /**
         * Makes the start fail at once when a matching line is printed before the service is ready.
         *
         * @param regex as for {@link Readiness#line(String)}
         * @return this builder
         */
        public Builder failurePattern(String regex) {
            this.failurePattern = regex;
            return this;
        }

        /**
         * Limits the time in which the service must become ready, all conditions together.
         *
         * @param timeout more than zero, at most 365 days; default: 30 seconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Fixes the port that <code>${port}</code> stands for. The start fails if somebody else has it.
         *
         * @param port 1 to 65535; 0, the default, leases a free one
         * @return this builder
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Names the services that must be ready before this one is started; those mentioned in placeholders need not be named.
         *
         * @param names services started together with this one, or around it
         * @return this builder
         */
        public Builder dependsOn(String... names) {
            this.dependsOn = names.clone();
            return this;
        }

        /**
         * Sets system properties of this JVM from when the service is ready until it ends; they are restored then.
         *
         * @param properties each {@code name=value}
         * @return this builder
         */
        public Builder systemProperties(String... properties) {
            this.systemProperties = properties.clone();
            return this;
        }

        /**
         * Chooses the signal that asks the service to stop.
         *
         * @param signal {@code TERM} (default), {@code INT}, {@code QUIT}, {@code HUP} or {@code KILL}
         * @return this builder
         */
        public Builder stopSignal(String signal) {
            this.stopSignal = signal;
            return this;
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
            this.stopCommand = command.clone();
            return this;
        }

        /**
         * Limits how long a polite stop may take before everything left of the service is killed.
         *
         * @param stopTimeout zero to 365 days; default: 10 seconds
         * @return this builder
         */
        public Builder stopTimeout(Duration stopTimeout) {
            this.stopTimeout = stopTimeout;
            return this;
        }

        /**
         * Checks the declaration.
         *
         * @return the specification
         * @throws IllegalArgumentException if elements have values that cannot be; the message names them all
         */
        public ServiceSpec build() {
            Mistakes mistakes = new Mistakes();
            ServiceSpec spec = build(mistakes);
            mistakes.throwIfAny("", IllegalArgumentException::new);
            return spec;
        }

        /**
         * Reads the declaration, and collects what is wrong with it. For adapters to test frameworks.
         *
         * @param mistakes is told every element that has a value that cannot be
         * @return the specification; good for checks alone if there was a mistake
         */
        public ServiceSpec build(Mistakes mistakes) {
            ServiceSpecReader reader = new ServiceSpecReader(this);
            ServiceSpec spec = new ServiceSpec(reader);
            reader.mistakes().forEach(mistake -> mistakes.add(spec.subject(), mistake));
            return spec;
        }
    }
}
