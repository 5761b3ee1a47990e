package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.List;

/** Reads one command line from left to right (POSIX.1-2017, Shell Command Language, section 2.2, Quoting). */
final class CommandLineParser {

    private static final String BLANKS = " \t\n";
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "$`\"\\\n";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    CommandLineParser(String line) {
        this.line = line;
    }

    List<String> words() {
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
            words.add(word.toString());
            word.setLength(0);
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
        word.append(line, position + 1, end);
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
            throw new IllegalArgumentException(
                    "Nothing follows the backslash at index " + position + " of the command line: " + line);
        }
        char escaped = line.charAt(position + 1);
        if (escaped != '\n') { // a backslash at the end of a line joins it with the next
            inWord = true;
            word.append(escaped);
        }
        position += 2;
    }

    /** Takes one character, or a whole {@code ${…}}. */
    private void readLiteral() {
        int end = line.startsWith("${", position) ? endOfBraces() : position + 1;
        word.append(line, position, end);
        position = end;
    }

    private int endOfBraces() {
        int depth = 0;
        for (int index = position; index < line.length(); index++) {
            if (line.startsWith("${", index)) {
                depth++;
            } else if (line.charAt(index) == '}' && --depth == 0) {
                return index + 1;
            }
        }
        return position + 1; // never closed: an ordinary dollar sign
    }

    private IllegalArgumentException neverClosed(int start) {
        return new IllegalArgumentException("The quote " + line.charAt(start) + " at index " + start
                + " is never closed in the command line: " + line);
    }
}
