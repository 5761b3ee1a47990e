package io.github.managedservice.internal.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The variables this JVM was started with, as bytes: their text loses bytes that its charset does not have. */
public final class InheritedVariables {

    private static final Path FILE = Path.of("/proc/self/environ");

    private InheritedVariables() {}

    /** Whether a variable is inherited and its text has lost bytes. */
    public static boolean hasLost(String name, String value) {
        // Such a name can be neither looked up nor declared.
        return NativeText.mayHaveLost(name) || (NativeText.mayHaveLost(value) && value.equals(System.getenv(name)));
    }

    /** As {@code NAME=value}; several if two names read as the same text; none where they are not readable. */
    public static List<byte[]> assignments(String name, String value) {
        String wanted = name + '=' + value;
        List<byte[]> found = new ArrayList<>();
        for (byte[] variable : all()) {
            if (new String(variable, NativeText.CHARSET).equals(wanted)) {
                found.add(variable);
            }
        }
        return found;
    }

    private static List<byte[]> all() {
        try {
            byte[] bytes = Files.readAllBytes(FILE);
            List<byte[]> variables = new ArrayList<>();
            int begin = 0;
            for (int end = 0; end < bytes.length; end++) {
                if (bytes[end] == 0) {
                    variables.add(Arrays.copyOfRange(bytes, begin, end));
                    begin = end + 1;
                }
            }
            return variables;
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
