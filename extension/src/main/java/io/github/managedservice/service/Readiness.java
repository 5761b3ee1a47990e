package io.github.managedservice.service;

import io.github.managedservice.internal.declaration.Condition;
import io.github.managedservice.internal.declaration.DeclarationProblem;
import io.github.managedservice.internal.declaration.DeclaredText;
import io.github.managedservice.internal.declaration.ReadyStatus;
import io.github.managedservice.internal.declaration.Words;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What must hold before tests may use a service. Conditions are values; they are combined with {@link #and},
 * {@link #or} and {@link #then}.
 *
 * <pre><code>
 * Readiness.line("Ready to accept connections")
 *         .then(Readiness.check("Redis answers PING", CartTest::answers))
 * </code></pre>
 *
 * <p>An exit of the service, its failure line and the end of its timeout need no condition: each ends the start at once.
 *
 * @since 0.1.0
 */
public final class Readiness {

    private final Condition condition;

    private Readiness(Condition condition) {
        this.condition = condition;
    }

    /**
     * Holds once the service has printed a line in which the expression is found.
     *
     * @param regex a {@link Pattern}, sought with {@code find()} on each line of standard output and standard error
     *     without its ANSI colours; named groups are captured
     * @return the condition
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public static Readiness line(String regex) {
        return line(regex, 1);
    }

    /**
     * Holds once the service has printed a number of such lines; what the last of them has captured counts.
     *
     * @param regex a {@link Pattern}, as for {@link #line(String)}
     * @param times how many lines must match, at least 1
     * @return the condition
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     * @throws IllegalArgumentException if {@code times} is less than 1
     */
    public static Readiness line(String regex, int times) {
        return new Readiness(new Condition.Line(Pattern.compile(regex), times));
    }

    /**
     * Holds once the address answers: {@code http:} and {@code https:} with a status of 200 to 399, {@code tcp://host:port}
     * by accepting a connection. A path such as {@code /health} is asked by HTTP on the service's port. Credentials in the
     * address are sent (Basic). Redirects are not followed, any TLS certificate will do, and an answer may take as long as the
     * start may. Where a process of this machine answers that is not the service's, the start fails.
     *
     * @param template the address, which may have placeholders
     * @return the condition
     * @throws IllegalArgumentException if it is none of these
     */
    public static Readiness url(String template) {
        DeclaredText text = DeclaredText.read("url", template, DeclarationProblem.THROW);
        Condition.Url url = new Condition.Url(text.template(), ReadyStatus.USUAL);
        url.fault()
                .map(fault -> DeclarationProblem.in(text.quotation(fault.start(), fault.end()), fault.what()))
                .ifPresent(DeclarationProblem.THROW);
        return new Readiness(url);
    }

    /**
     * Holds once a program exits with 0. It is run again and again until then, in the service's directory and environment.
     *
     * @param command program and arguments, which may have placeholders; a single text is split into words
     * @return the condition
     * @throws IllegalArgumentException if it names no program, or a quote or a placeholder is not closed
     */
    public static Readiness command(String... command) {
        return new Readiness(
                new Condition.Command(Words.templates(Words.read("command", DeclarationProblem.THROW, command))));
    }

    /**
     * Holds once a check of your own answers true. It is asked again and again; false or an exception means not yet. An
     * attempt that hangs is interrupted when the timeout is over.
     *
     * @param description what it looks for, as the report of a failure shows it
     * @param check asked on a thread of ours, with a service that is not ready yet: its port and log can be used
     * @return the condition
     */
    public static Readiness check(String description, Predicate<RunningService> check) {
        Objects.requireNonNull(check, "check");
        return new Readiness(new Condition.Check(description, service -> check.test((RunningService) service)));
    }

    /**
     * Holds as soon as the process has been started.
     *
     * @return the condition
     */
    public static Readiness started() {
        return new Readiness(new Condition.Started());
    }

    /**
     * Holds once both hold, in whatever order.
     *
     * @param other watched from the start as well
     * @return the combined condition
     */
    public Readiness and(Readiness other) {
        return combined(Condition.Kind.AND, Objects.requireNonNull(other, "other"));
    }

    /**
     * Holds once one of both holds.
     *
     * @param other watched from the start as well
     * @return the combined condition
     */
    public Readiness or(Readiness other) {
        return combined(Condition.Kind.OR, Objects.requireNonNull(other, "other"));
    }

    /**
     * Holds once this has come to hold, and after that the other.
     *
     * @param next watched only from then on
     * @return the combined condition
     */
    public Readiness then(Readiness next) {
        return combined(Condition.Kind.THEN, Objects.requireNonNull(next, "next"));
    }

    private Readiness combined(Condition.Kind kind, Readiness other) {
        return new Readiness(new Condition.Combined(kind, condition, other.condition));
    }

    Condition condition() {
        return condition;
    }
}
