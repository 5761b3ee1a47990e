package io.github.managedservice.internal.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Loads the scripts that lie beside this class. */
final class Scripts {

    static final String LAUNCHER = load("launcher.sh");
    static final String SIGNAL = load("signal.sh");
    static final String GUARD = load("guard.sh");
    static final String SCOUT = withoutComments(load("scout.awk"));

    private Scripts() {}

    private static String load(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The script '" + name + "' is missing from the jar.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Short enough for the pipe of a here-document: dash has a process write a longer one, and nobody waits for that. */
    private static String withoutComments(String script) {
        StringBuilder code = new StringBuilder(script.length());
        int begin = 0;
        while (begin < script.length()) {
            int end = script.indexOf('\n', begin) + 1;
            String line = script.substring(begin, end).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                code.append(line).append('\n');
            }
            begin = end;
        }
        return code.toString();
    }
}
