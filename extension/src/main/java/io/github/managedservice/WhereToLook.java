package io.github.managedservice;

import java.io.Serial;

/** Says beside a failure where the services' output is. A throwable, for what is suppressed is shown wherever a failure is. */
final class WhereToLook extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    WhereToLook(String message) {
        super(message, null, false, false);
    }
}
