package io.github.managedservice.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** How the JDK turns text into the bytes that a program is given, and back. */
public final class NativeText {

    /** What {@code ProcessBuilder} uses: the default charset until JDK 17, that of file names since (JEP 400). */
    static final Charset CHARSET = Runtime.version().feature() < 18
            ? Charset.defaultCharset()
            : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    /** What stands for bytes that are no text in that charset. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private NativeText() {}

    /**
     * Looks for a character that a program would be given as a question mark.
     *
     * @param text an argument, a path or a variable's value
     * @return why a program cannot be given the text, as the end of a sentence; empty if it can
     */
    public static Optional<String> obstacle(String text) {
        // Windows takes text as it is.
        if (isAscii(text) || File.separatorChar == '\\' || CHARSET.newEncoder().canEncode(text)) {
            return Optional.empty();
        }
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !CHARSET.newEncoder().canEncode(character))
                .findFirst()
                .map(character -> "has '" + character + "', which this JVM cannot hand to a program: its locale is "
                        + locale() + "; run the tests with LC_ALL=C.UTF-8");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** As setlocale(3) chooses it. */
    private static String locale() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "C";
    }

    /** Whether bytes that were read as this text may have been others. */
    static boolean mayHaveLost(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** The bytes of an absolute path, which may be none of its text; that of a directory ends in a slash. */
    static byte[] bytes(Path path) {
        String encoded = path.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            boolean escape = encoded.charAt(i) == '%';
            bytes.write(escape ? Integer.parseInt(encoded, i + 1, i + 3, 16) : encoded.charAt(i));
            i += escape ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
