package io.github.managedservice.internal.os;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a script from the jar, where it lies beside the class that runs it. */
public final class Script {

    private Script() {}

    public static String read(Class<?> user, String name) {
        try (InputStream script = user.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The script '" + name + "' is missing from the jar.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
