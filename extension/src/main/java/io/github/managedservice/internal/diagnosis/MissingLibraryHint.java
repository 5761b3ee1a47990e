package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The loader did not find a shared library. */
final class MissingLibraryHint implements Hint {

    /** glibc (elf/dl-load.c) and musl (ldso/dynlink.c). */
    private static final Pattern WORDS = Pattern.compile(
            "(?:error while loading shared libraries: ([^:]+):" + "|Error loading shared library ([^:]+):)");

    @Override
    public Stream<String> from(Evidence evidence) {
        String searched = evidence.launched().environment().getOrDefault("LD_LIBRARY_PATH", "");
        return evidence.printed().find(WORDS).stream()
                .map(found -> "the shared library '"
                        + (found.match().group(1) == null ? found.group(2) : found.group(1))
                        + "' was not found: install it, or have LD_LIBRARY_PATH, which is "
                        + (searched.isEmpty() ? "not set" : "'" + searched + "'")
                        + ", name the directory that has it");
    }
}
