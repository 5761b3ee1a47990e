package io.github.managedservice.internal.process;

import java.io.IOException;

/** Says which program was looked for, and where. */
public final class ProgramNotFoundException extends IOException {

    private static final long serialVersionUID = 1L;

    ProgramNotFoundException(String message) {
        super(message);
    }
}
