package io.github.managedservice.failures;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a message is a fact of the machine or the moment. */
final class Wording {

    private static final Pattern THREADS = Pattern.compile("(?m)^  threads of Java:\n(?:    .*\n)+");

    private Wording() {}

    /** Replaces the places of this machine by those of a reader's. */
    static String elsewhere(String message) {
        return message.replace(Path.of("").toAbsolutePath().toString(), "/home/ada/shop")
                .replace(System.getProperty("java.home"), "/opt/java")
                .replace("/usr/bin/", "/bin/")
                .replaceAll("/lob(64)?/ld-linux[^']*", "/lib/ld-musl-x86_64.so.1")
                .replaceAll("The user '[^']*'", "The user 'ada'");
    }

    /**
     * Leaves out what differs each time, or from one Java to another. A process that is killed at once may not have become
     * what it was to be; how those are listed is tested elsewhere.
     */
    static String lasting(String text) {
        return THREADS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(threads(found.group())))
                .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME")
                .replaceAll("\\b\\d+(?:\\.\\d+)? m?s\\b", "DURATION")
                .replaceAll("(pid ?)\\d+", "$1N")
                .replaceAll("\\b\\d{4,5}\\b", "PORT")
                .replaceAll("\\b(?:\\d+ tries|1 try)\\b", "N tries")
                .replaceAll("\\b\\d+ MiB\\b", "N MiB")
                .replaceAll("\\blimit of \\d+", "limit of N")
                .replaceAll("(?m)^  processes killed:\n(?:    pid .*\n)+", "")
                .replaceAll("(?<=, but Java |--release '?|up to |at most )\\d+", "N")
                .replaceAll("(?m)^.*\\bat java\\.base/.*\n", "");
    }

    /** The methods of the program, in any order, for each thread and each deadlock is as good as another. */
    private static String threads(String dump) {
        return dump.lines()
                .map(String::strip)
                .map(line -> line.replaceAll("^(\"[^\"]+\")(?:| #.*|:)$", "$1").replaceAll("0x[0-9a-f]+", "ADDRESS"))
                .filter(line -> line.matches(
                        "\"[^\"]+\"|at io\\.github\\.(?!.*\\$\\$Lambda).*|.*deadlock:|threads of Java:|.*in the log"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
