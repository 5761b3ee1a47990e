package io.github.managedservice.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows by its name what is secret: a variable, a property, an option. */
final class SecretNames {

    private static final List<String> PARTS =
            List.of("password", "passwd", "passphrase", "pwd", "token", "secret", "credential", "key");

    /** The directories that shells keep in the environment. */
    private static final Pattern NO_SECRET = Pattern.compile("(?i)(?:OLD)?PWD");

    private final Pattern name;

    /** A name and its value in a text: {@code --db-password=…}, {@code API_TOKEN=…}, {@code "secret": "…"}. */
    private final Pattern assignment;

    /** An option whose value is the next word. */
    private final Pattern option;

    SecretNames(List<String> more) {
        List<String> parts = new ArrayList<>(PARTS);
        parts.addAll(more);
        String secret =
                "[\\w.-]*(?:" + parts.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")[\\w.-]*";
        name = Pattern.compile(secret, Pattern.CASE_INSENSITIVE);
        assignment = Pattern.compile(
                "(?<![\\w.-])(?!(?:OLD)?PWD=)(" + secret + "(?:=|\"\\s*:\\s*(?=\")))(\"[^\"]*\"|'[^']*'|[^\\s\"',;&]+)",
                Pattern.CASE_INSENSITIVE);
        option = Pattern.compile(
                "(?<!\\S)(--?" + secret + "\\s+)(?!-)(\"[^\"]*\"|'[^']*'|\\S+)", Pattern.CASE_INSENSITIVE);
    }

    boolean contains(String candidate) {
        return name.matcher(candidate).matches()
                && !NO_SECRET.matcher(candidate).matches();
    }

    Pattern assignment() {
        return assignment;
    }

    Pattern option() {
        return option;
    }
}
