package io.github.managedservice.internal.os;

import java.io.IOException;

/** The command cannot be run; the message is a whole sentence. */
public class LaunchException extends IOException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }
}
