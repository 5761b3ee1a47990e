package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.text.CommandLine;
import io.github.managedservice.internal.text.CommandLineParser.QuotingException;
import io.github.managedservice.internal.text.CommandLineParser.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A command as it is declared: the words of an array, or one text to be split as a POSIX shell would. */
public final class Words {

    private Words() {}

    /** Splits a text before it reads placeholders, so that a value with white space stays one word. */
    public static List<DeclaredText> read(String element, Consumer<DeclarationProblem> problems, String... command) {
        boolean oneText = command.length == 1 && hasWhiteSpace(command[0]);
        List<DeclaredText> words = oneText ? split(element, command[0], problems) : all(element, problems, command);
        if (words.isEmpty() || words.get(0).template().source().isBlank()) {
            problems.accept(DeclarationProblem.in(
                    Quotation.whole(element, command.length == 0 ? "" : command[0]),
                    "'" + element + "' names no program"));
        }
        return words;
    }

    private static boolean hasWhiteSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<DeclaredText> all(String element, Consumer<DeclarationProblem> problems, String... command) {
        List<DeclaredText> words = new ArrayList<>();
        for (int i = 0; i < command.length; i++) {
            words.add(DeclaredText.read(indexed(element, i, command.length), command[i], problems));
        }
        return words;
    }

    private static List<DeclaredText> split(String element, String line, Consumer<DeclarationProblem> problems) {
        try {
            List<Word> words = CommandLine.split(line);
            words.forEach(word -> requireNoWindowsPath(element, line, word, problems));
            return words.stream()
                    .map(word -> DeclaredText.read(element, line, word.text(), word::position, problems))
                    .toList();
        } catch (QuotingException e) {
            problems.accept(DeclarationProblem.in(
                    Quotation.part(element, line, e.index(), e.index() + 1), String.valueOf(e.getMessage())));
            return List.of(DeclaredText.read(element, line, problems));
        }
    }

    /** Nobody means the file {@code C:toolsredis.exe} by {@code C:\tools\redis.exe}. */
    private static void requireNoWindowsPath(
            String element, String line, Word word, Consumer<DeclarationProblem> problems) {
        if (word.text().length() < 3
                || !Character.isLetter(word.text().charAt(0))
                || word.text().charAt(1) != ':') {
            return;
        }
        int afterColon = word.position(1) + 1;
        if (line.charAt(afterColon) == '\\' && word.position(2) == afterColon + 1) {
            problems.accept(DeclarationProblem.in(
                    Quotation.part(element, line, afterColon, afterColon + 1),
                    "a backslash quotes the next character, as in a POSIX shell, so this path would lose it: write '/', or"
                            + " the path in single quotes"));
        }
    }

    public static String indexed(String element, int index, int length) {
        return length == 1 ? element : element + "[" + index + "]";
    }

    public static List<Template> templates(List<DeclaredText> words) {
        List<Template> templates = new ArrayList<>();
        for (DeclaredText word : words) {
            templates.add(word.template());
        }
        return templates;
    }
}
