package io.github.managedservice.internal.text;

import java.util.ArrayList;
import java.util.List;

/** POSIX.1-2017, Shell Command Language, section 2.2, Quoting. */
public final class CommandLineParser {

    private static final String BLANKS = " \t\n";
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "$`\"\\\n";

    private final String line;
    private final Braces braces;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final List<Integer> positions = new ArrayList<>();
    private boolean inWord;
    private int position;

    /** A word, with the index in the line of each of its characters. */
    public record Word(String text, List<Integer> positions) {

        public int position(int index) {
            return positions.get(index);
        }
    }

    /** The index is that of the character that lacks its partner. */
    public static final class QuotingException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final int index;

        private QuotingException(String message, int index) {
            super(message);
            this.index = index;
        }

        public int index() {
            return index;
        }
    }

    CommandLineParser(String line) {
        this.line = line;
        this.braces = new Braces(line);
    }

    List<Word> words() {
        while (position < line.length()) {
            if (BLANKS.indexOf(line.charAt(position)) >= 0) {
                endWord();
                position++;
            } else {
                readPart();
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void endWord() {
        if (inWord) {
            words.add(new Word(word.toString(), List.copyOf(positions)));
            word.setLength(0);
            positions.clear();
            inWord = false;
        }
    }

    private void readPart() {
        switch (line.charAt(position)) {
            case '\'' -> readSingleQuoted();
            case '"' -> readDoubleQuoted();
            case '\\' -> readEscape();
            default -> {
                inWord = true;
                readLiteral();
            }
        }
    }

    private void readSingleQuoted() {
        int end = line.indexOf('\'', position + 1);
        if (end < 0) {
            throw neverClosed(position);
        }
        inWord = true; // even if it is empty
        take(position + 1, end);
        position = end + 1;
    }

    private void readDoubleQuoted() {
        int start = position++;
        inWord = true; // even if it is empty
        while (position < line.length()) {
            char next = line.charAt(position);
            if (next == '"') {
                position++;
                return;
            }
            if (next == '\\' && escapesInDoubleQuotes(position + 1)) {
                readEscape();
            } else {
                readLiteral();
            }
        }
        throw neverClosed(start);
    }

    private boolean escapesInDoubleQuotes(int index) {
        return index < line.length() && ESCAPED_IN_DOUBLE_QUOTES.indexOf(line.charAt(index)) >= 0;
    }

    private void readEscape() {
        if (position + 1 == line.length()) {
            throw new QuotingException("nothing follows the backslash", position);
        }
        if (line.charAt(position + 1) != '\n') { // a backslash at the end of a line joins it with the next
            inWord = true;
            take(position + 1, position + 2);
        }
        position += 2;
    }

    private void readLiteral() {
        boolean whole = line.startsWith("${", position) && braces.isClosed(position);
        int end = whole ? braces.closing(position) + 1 : position + 1;
        take(position, end);
        position = end;
    }

    private void take(int start, int end) {
        for (int index = start; index < end; index++) {
            word.append(line.charAt(index));
            positions.add(index);
        }
    }

    private QuotingException neverClosed(int start) {
        return new QuotingException("the quote " + line.charAt(start) + " is never closed", start);
    }
}
