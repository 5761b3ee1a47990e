package io.github.managedservice.internal.os;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** Converts text to the bytes that a program gets, and back, as the JDK does. */
public final class NativeText {

    /** As {@code ProcessBuilder}: the default until JDK 17, since then that of file names (JEP 400). */
    public static final Charset CHARSET = Runtime.version().feature() < 18
            ? Charset.defaultCharset()
            : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    /** Stands for bytes that are not text in that charset. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private NativeText() {}

    /** Says why a program cannot get the text, as the end of a sentence: it would get a question mark. */
    public static Optional<String> obstacle(String text) {
        // Windows passes text unchanged.
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

    /** In the order of setlocale(3). */
    private static String locale() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "C";
    }

    /** Whether the bytes behind this text may have been different. */
    public static boolean mayHaveLost(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** The bytes of an absolute path, where its text may have lost some; those of a directory end in a slash. */
    public static byte[] bytes(Path path) {
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
