package io.github.managedservice.internal.process;

import java.io.IOException;

/** Says in a sentence why a command cannot be run. */
public class LaunchException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message a whole sentence
     */
    public LaunchException(String message) {
        super(message);
    }
}
