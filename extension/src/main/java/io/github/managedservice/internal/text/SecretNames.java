package io.github.managedservice.internal.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows by its name what is secret: a variable, a property, an option. Not every name with such a word in it is one: {@code
 * -newkey rsa:2048}, {@code --keystore PATH}, {@code PASSWORD_FILE} and {@code --max-tokens} are shown, so that a command in a
 * report can be pasted.
 */
final class SecretNames {

    /** Secret anywhere in a name. */
    private static final List<String> PARTS = List.of("password", "passwd", "passphrase", "secret", "credential");

    /** Secret as the end of a word of a name: {@code authtoken}, {@code MYSQL_PWD}. */
    private static final Pattern END_OF_WORD = Pattern.compile(".*(?:token|pwd)");

    /** Words that say what a key is for, and that it is a secret one; written together with it, or apart. */
    private static final Pattern SECRET_KEY =
            Pattern.compile(".*(?:api|access|secret|private|auth|master|signing|encryption|shared|account|license)key");

    /** Keys that anybody may know. */
    private static final Set<String> OPEN_KEYS = Set.of(
            "public", "primary", "foreign", "partition", "sort", "routing", "cache", "row", "known", "new", "host", "");

    /** A name that ends so is of something that belongs to a secret, and is none. */
    private static final Set<String> NO_SECRET =
            Set.of(("file files path dir directory folder store location url uri endpoint alias type format size "
                            + "length bits algorithm count limit timeout ttl expiry expiration lifetime policy provider enabled "
                            + "required prompt stdin out header issuer audience rotation encoder manager parameter field")
                    .split(" "));

    /** Between words that are written together: {@code keyStorePassword}, {@code XMLToken}. */
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** The directories that shells keep in the environment. */
    private static final Pattern DIRECTORIES = Pattern.compile("(?i)(?:OLD)?PWD");

    private static final Pattern NAME = Pattern.compile("[\\w.-]*");

    /** A name before its value in a text: {@code --db-password=…}, {@code API_TOKEN=…}, {@code "secret": "…"}. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])([\\w.-]++)(?:=|\"\\s*+:\\s*+(?=\"))");

    /** An option whose value is the next word. */
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)(--?[\\w.-]++)\\s++(?!-)");

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|'[^']*'|[^\\s\"',;&]+");

    /** The place of a secret is none. */
    private static final Pattern KEY_FILE = Pattern.compile("(?i)[^\\s=]+\\.(?:pem|key|crt|cer|p12|pfx|jks|ppk)");

    private final List<String> more;

    SecretNames(List<String> more) {
        this.more = more.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }

    static boolean isKeyFile(String value) {
        return KEY_FILE.matcher(value).matches();
    }

    boolean contains(String candidate) {
        if (!NAME.matcher(candidate).matches() || DIRECTORIES.matcher(candidate).matches()) {
            return false;
        }
        List<String> words = WORDS.splitAsStream(candidate)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return !words.isEmpty() && isSecret(words);
    }

    private boolean isSecret(List<String> words) {
        String all = String.join("", words);
        if (more.stream().anyMatch(all::contains)) {
            return true;
        }
        String last = words.get(words.size() - 1);
        if (NO_SECRET.contains(last)) {
            return false;
        }
        return PARTS.stream().anyMatch(all::contains)
                || words.stream().anyMatch(word -> END_OF_WORD.matcher(word).matches())
                || isSecretKey(words, last);
    }

    private static boolean isSecretKey(List<String> words, String last) {
        String all = String.join("", words);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return SECRET_KEY.matcher(all).matches()
                // AWS_ACCESS_KEY_ID
                || all.endsWith("accesskeyid")
                || (last.equals("key") && !OPEN_KEYS.contains(before));
    }

    /** A text in which the values after secret names are replaced. */
    String mask(String text, String mask) {
        String masked = hasOption(text) ? replace(OPTION, WORD, text, mask) : text;
        return masked.indexOf('=') < 0 && masked.indexOf('"') < 0 ? masked : replace(ASSIGNMENT, VALUE, masked, mask);
    }

    /** Quicker than the pattern, and no worse where it is wrong. */
    private static boolean hasOption(String text) {
        int dash = text.indexOf('-');
        while (dash > 0 && text.charAt(dash - 1) > ' ') {
            dash = text.indexOf('-', dash + 1);
        }
        return dash >= 0;
    }

    private String replace(Pattern before, Pattern values, String text, String mask) {
        Matcher name = before.matcher(text);
        StringBuilder masked = null;
        int end = 0;
        while (name.find()) {
            if (name.start() < end || !contains(name.group(1))) {
                continue;
            }
            Matcher value = values.matcher(text).region(name.end(), text.length());
            if (value.lookingAt() && !isKeyFile(value.group())) {
                masked = masked == null ? new StringBuilder() : masked;
                masked.append(text, end, name.end()).append(mask);
                end = value.end();
            }
        }
        return masked == null ? text : masked.append(text, end, text.length()).toString();
    }
}
