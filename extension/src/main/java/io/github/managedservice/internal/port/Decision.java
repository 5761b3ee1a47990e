package io.github.managedservice.internal.port;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about this machine at first need, and holds from then on. A failure decides nothing, because it may be
 * of that moment: a process that has no file descriptor left can neither open a socket nor read a setting.
 *
 * @param <T> what is found out
 */
final class Decision<T> {

    private final Question<T> question;

    /** Guarded by this. */
    private @Nullable T answer;

    Decision(Question<T> question) {
        this.question = question;
    }

    synchronized T get() throws IOException {
        T known = answer;
        if (known == null) {
            known = question.ask();
            answer = known;
        }
        return known;
    }

    /** Asks the machine. */
    interface Question<T> {
        T ask() throws IOException;
    }
}
