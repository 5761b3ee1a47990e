package io.github.managedservice.internal.os;

/** The message says which program was not found, and where. */
public final class ProgramNotFoundException extends LaunchException {

    private static final long serialVersionUID = 1L;

    private final String program;

    ProgramNotFoundException(String program, String message) {
        super(message);
        this.program = program;
    }

    /** As it was given: a name or a file. */
    public String program() {
        return program;
    }
}
