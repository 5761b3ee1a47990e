package io.github.managedservice.internal.process;

/** Says which program was looked for, and where. */
public final class ProgramNotFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    ProgramNotFoundException(String message) {
        super(message);
    }
}
