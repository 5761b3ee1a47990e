package io.github.managedservice.internal.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of every text of ours: messages, log lines and reports. The service's own log file is its own. */
public final class SecretMask {

    private static final String MASK = "***";

    /** Of a URL, up to the last @ before its path: {@code redis://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^/\\s?#'\"]+)@");

    /** A header of HTTP, as in a command of curl or a log of requests. */
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?i)(?=[abp])(\\b(?:proxy-)?authorization\"?\\s*[:=]\\s*\"?(?:(?:basic|bearer|token|digest|negotiate)\\s+)?"
                    + "|\\bbearer\\s+(?=\\S{16}))"
                    + "[^\\s\"',;*]+");

    /** What cannot be anything else: key ids of AWS, tokens of GitHub, Slack and Google, and JSON web tokens. */
    private static final Pattern KNOWN_SHAPE = Pattern.compile(
            "(?=[Agxe])\\b(?:A[KS]IA[0-9A-Z]{16}|gh[pousr]_\\w{36,}|xox[abprs]-[\\w-]{10,}|AIza[\\w-]{35}"
                    + "|eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]*)");

    /** Shorter values are masked beside their names alone: a "1" would take every 1 out of every message. */
    private static final int SHORTEST = 3;

    /** Shorter ones count as whole words alone. */
    private static final int LONG = 6;

    private static final Set<String> PLAIN = Set.of("true", "false", "yes", "none", "null", "off");

    /** Knows secrets by their names and places alone. */
    public static final SecretMask NO_VALUES = new SecretMask(new SecretNames(List.of()), Set.of());

    private final SecretNames names;
    /** Longer ones come first. */
    private final Map<String, Pattern> values = new LinkedHashMap<>();

    private SecretMask(SecretNames names, Set<String> values) {
        this.names = names;
        values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(value -> this.values.put(value, pattern(value)));
    }

    public static SecretMask of(List<String> more, Map<String, String> environment, List<String> command) {
        SecretNames names = new SecretNames(more);
        Set<String> values = new LinkedHashSet<>();
        environment.forEach((name, value) -> learn(names, name, value, values));
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> learn(names, name, System.getProperty(name, ""), values));
        for (int index = 0; index < command.size(); index++) {
            String word = command.get(index);
            learnPairs(names, word, values);
            if (isOption(names, word) && index + 1 < command.size()) {
                add(command.get(index + 1), values);
            }
        }
        return new SecretMask(names, values);
    }

    private static void learn(SecretNames names, String name, String value, Set<String> values) {
        if (names.contains(name)) {
            add(value, values);
        } else {
            learnPairs(names, value, values);
        }
    }

    private static void learnPairs(SecretNames names, String text, Set<String> values) {
        USER_INFO.matcher(text).results().forEach(found -> {
            String user = found.group(1);
            add(user.substring(user.indexOf(':') + 1), values);
        });
        int equals = text.indexOf('=');
        if (equals > 0 && names.contains(text.substring(0, equals))) {
            add(text.substring(equals + 1), values);
        }
    }

    private static void add(String value, Set<String> values) {
        // A private key has lines, and may be printed line by line.
        value.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST)
                .filter(line ->
                        !PLAIN.contains(line.toLowerCase(Locale.ROOT)) && !isFile(line) && !SecretNames.isKeyFile(line))
                .forEach(line -> {
                    values.add(line);
                    values.add(URLEncoder.encode(line, StandardCharsets.UTF_8));
                });
    }

    /** The place of a secret is none. */
    private static boolean isFile(String value) {
        try {
            return value.startsWith("/") && Files.exists(Path.of(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Pattern pattern(String value) {
        String quoted = Pattern.quote(value);
        return Pattern.compile(value.length() < LONG ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted);
    }

    /** A pattern is tried only where a plain search has found part of what it matches: most texts have no secret. */
    public String text(String text) {
        String masked = text.contains("://") ? USER_INFO.matcher(text).replaceAll(MASK + "@") : text;
        masked = names.mask(masked, MASK);
        if (mayAuthorize(masked)) {
            masked = AUTHORIZATION.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        }
        if (mayHaveKnownShape(masked)) {
            masked = KNOWN_SHAPE.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
        }
        for (Map.Entry<String, Pattern> value : values.entrySet()) {
            if (masked.contains(value.getKey())) {
                masked = value.getValue().matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
            }
        }
        return masked;
    }

    private static boolean mayAuthorize(String text) {
        for (int index = 0; index < text.length(); index++) {
            int letter = text.charAt(index) | 0x20;
            if ((letter == 'a' && text.regionMatches(true, index, "authorization", 0, 13))
                    || (letter == 'b' && text.regionMatches(true, index, "bearer", 0, 6))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHaveKnownShape(String text) {
        return text.contains("KIA")
                || text.contains("SIA")
                || text.contains("gh")
                || text.contains("xox")
                || text.contains("AIza")
                || text.contains("eyJ");
    }

    /** A command, word by word, so that it can be quoted afterwards. */
    public List<String> words(List<String> command) {
        List<String> masked = new ArrayList<>();
        for (String word : command) {
            boolean value = !masked.isEmpty()
                    && isOption(names, command.get(masked.size() - 1))
                    && !word.startsWith("-")
                    && !SecretNames.isKeyFile(word);
            masked.add(value ? MASK : assigned(word));
        }
        return masked;
    }

    /** Of a word such as {@code --password=two words} all that follows is the value. */
    private String assigned(String word) {
        int equals = word.indexOf('=');
        return equals > 0
                        && names.contains(word.substring(0, equals))
                        && !SecretNames.isKeyFile(word.substring(equals + 1))
                ? word.substring(0, equals + 1) + MASK
                : text(word);
    }

    private static boolean isOption(SecretNames names, String word) {
        return word.startsWith("-") && !word.contains("=") && names.contains(word);
    }

    public String value(String name, String value) {
        return names.contains(name) ? MASK : text(value);
    }
}
