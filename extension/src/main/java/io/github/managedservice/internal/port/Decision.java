package io.github.managedservice.internal.port;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Asks something about this machine once, and keeps the answer. It keeps no failure, because that may be temporary: a
 * process without a free file descriptor can neither open a socket nor read a setting.
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

    interface Question<T> {
        T ask() throws IOException;
    }
}
