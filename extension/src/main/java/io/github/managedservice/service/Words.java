package io.github.managedservice.service;

import io.github.managedservice.internal.process.CommandLine;
import java.util.List;

/** A command as it is declared: the words of an array, or one text to be split as a POSIX shell would. */
final class Words {

    private Words() {}

    /**
     * Splits first and reads placeholders after, so that a value with white space stays one word.
     *
     * @throws IllegalArgumentException if a quote or a placeholder is not closed
     */
    static List<Template> templates(String... command) {
        boolean oneText = command.length == 1 && command[0].chars().anyMatch(Character::isWhitespace);
        List<String> words = oneText ? CommandLine.split(command[0]) : List.of(command);
        return words.stream().map(Template::parse).toList();
    }
}
