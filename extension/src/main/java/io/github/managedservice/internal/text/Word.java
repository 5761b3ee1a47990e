package io.github.managedservice.internal.text;

/** A word of a command line, with the position of each of its characters in the line. */
public final class Word {

    private final String text;
    private final int[] positions;

    Word(String text, int... positions) {
        this.text = text;
        this.positions = positions.clone();
    }

    public String text() {
        return text;
    }

    /** The index in the line of a character of the word. */
    public int position(int index) {
        return positions[index];
    }
}
