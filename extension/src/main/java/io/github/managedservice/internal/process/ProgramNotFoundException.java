package io.github.managedservice.internal.process;

/** Says which program was looked for, and where. */
public final class ProgramNotFoundException extends LaunchException {

    private static final long serialVersionUID = 1L;

    private final String program;

    ProgramNotFoundException(String program, String message) {
        super(message);
        this.program = program;
    }

    /**
     * Names what was looked for.
     *
     * @return the name or file, as it was given
     */
    public String program() {
        return program;
    }
}
