package io.github.managedservice.internal.text;

/** The quotes of a command line do not match; the index is that of the character that lacks its partner. */
public final class QuotingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int index;

    QuotingException(String message, int index) {
        super(message);
        this.index = index;
    }

    public int index() {
        return index;
    }
}
