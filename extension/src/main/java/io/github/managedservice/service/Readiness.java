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
 * Describes when a service is ready. Conditions are immutable. Combine them with {@link #and}, {@link #or} and {@link #then}.
 *
 * <pre><code>
 * Readiness.line("Ready to accept connections")
 *         .then(Readiness.check("Redis answers PING", CartTest::answers))
 * </code></pre>
 *
 * <p>You need no condition for an exit, a failure line or the timeout. Each of them fails the start.
 *
 * @since 0.1.0
 */
public final class Readiness {

    private final Condition condition;

    private Readiness(Condition condition) {
        this.condition = condition;
    }

    /**
     * Waits for a line that matches a regular expression.
     *
     * @param regex a {@link Pattern}, matched with {@code find()} against each line of standard output and standard error,
     *     after ANSI colours are removed; named groups are captured
     * @return the condition
     * @throws java.util.regex.PatternSyntaxException if {@code regex} is not a regular expression
     */
    public static Readiness line(String regex) {
        return line(regex, 1);
    }

    /**
     * Waits for several lines that match a regular expression. Captured groups come from the last of these lines.
     *
     * @param regex a {@link Pattern}, as for {@link #line(String)}
     * @param times how many lines must match, at least 1
     * @return the condition
     * @throws java.util.regex.PatternSyntaxException if {@code regex} is not a regular expression
     * @throws IllegalArgumentException if {@code times} is less than 1
     */
    public static Readiness line(String regex, int times) {
        return new Readiness(new Condition.Line(Pattern.compile(regex), times));
    }

    /**
     * Waits until an address answers. A path such as {@code /health} is requested by HTTP on the service's port. A path, an
     * {@code http:} URL and an {@code https:} URL must answer with a status from 200 to 399. A {@code tcp://host:port} must
     * accept a connection.
     *
     * <p>Credentials in the address are sent (Basic authentication). Redirects are not followed, and every TLS certificate is
     * accepted. One request may take as long as the whole start. If another process of this machine answers, the service is
     * started again on another port, or the start fails if the port is fixed.
     *
     * @param template the address, which may contain placeholders
     * @return the condition
     * @throws IllegalArgumentException if the address is none of these
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
     * Runs a program repeatedly until it exits with 0. It runs in the directory and environment of the service.
     *
     * @param command program and arguments, which may contain placeholders; a single string is split into words
     * @return the condition
     * @throws IllegalArgumentException if {@code command} names no program, or if a quote or a placeholder is not closed
     */
    public static Readiness command(String... command) {
        return new Readiness(
                new Condition.Command(Words.templates(Words.read("command", DeclarationProblem.THROW, command))));
    }

    /**
     * Calls a check repeatedly until it returns true. False or an exception means that the service is not ready yet. A check
     * that hangs is interrupted when the timeout is over.
     *
     * @param description what the check waits for, as a failure report shows it
     * @param check called on a thread of the library with the service, which is not ready yet; its port and log can be used
     * @return the condition
     */
    public static Readiness check(String description, Predicate<RunningService> check) {
        Objects.requireNonNull(check, "check");
        return new Readiness(new Condition.Check(description, service -> check.test((RunningService) service)));
    }

    /**
     * Waits only until the process has started.
     *
     * @return the condition
     */
    public static Readiness started() {
        return new Readiness(new Condition.Started());
    }

    /**
     * Combines two conditions: both must hold, in any order.
     *
     * @param other the other condition, checked from the start
     * @return the combined condition
     */
    public Readiness and(Readiness other) {
        return combined(Condition.Kind.AND, Objects.requireNonNull(other, "other"));
    }

    /**
     * Combines two conditions: either must hold.
     *
     * @param other the other condition, checked from the start
     * @return the combined condition
     */
    public Readiness or(Readiness other) {
        return combined(Condition.Kind.OR, Objects.requireNonNull(other, "other"));
    }

    /**
     * Combines two conditions: this must hold first, then {@code next}.
     *
     * @param next the second condition, checked only after this one holds
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
