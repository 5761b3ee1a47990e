package io.github.managedservice.internal.process;

/** A word of a command line, which knows where in the line each of its characters stood. */
public final class Word {

    private final String text;
    private final int[] positions;

    Word(String text, int... positions) {
        this.text = text;
        this.positions = positions.clone();
    }

    /**
     * Gives the word itself.
     *
     * @return without the quotes of the line
     */
    public String text() {
        return text;
    }

    /**
     * Finds a character of the word in the line.
     *
     * @param index of the character in the word
     * @return its index in the line
     */
    public int position(int index) {
        return positions[index];
    }
}
