package io.github.managedservice.internal.process;

/** Says that the quotes of a command line do not fit, and where. */
public final class QuotingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int index;

    QuotingException(String message, int index) {
        super(message);
        this.index = index;
    }

    /**
     * Gives the place in the line.
     *
     * @return the index of the character that asks for one more
     */
    public int index() {
        return index;
    }
}
