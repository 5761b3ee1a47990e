package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.ProcessEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The ledger of another run. A full disk may have cut it off, or it may be some other file, so only complete lines
 * count, and unknown ones are ignored. A keeper is missing from a ledger that was just begun, and from any other file.
 */
record FoundLedger(Optional<JvmIdentity> keeper, Optional<ProcessEntry.Identity> guard, boolean namesItself) {

    private static final String GUARD = "guard";
    private static final String ITSELF = "ledger 0 ";

    /** Longer than any line that is looked for. */
    private static final int LONGEST_LINE = 512;

    static FoundLedger read(Path file) throws IOException {
        FoundLedger found = new FoundLedger(Optional.empty(), Optional.empty(), false);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return found;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            StringBuilder line = new StringBuilder();
            boolean first = true;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    found = first ? begunBy(line.toString()) : found.with(line.toString());
                    first = false;
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) next);
                }
                if (found.keeper.isEmpty() && (!first || line.length() == LONGEST_LINE)) {
                    return found;
                }
            }
        }
        return found;
    }

    private static FoundLedger begunBy(String line) {
        return new FoundLedger(JvmIdentity.parse(line), Optional.empty(), false);
    }

    private FoundLedger with(String line) {
        if (line.startsWith(ITSELF)) {
            return new FoundLedger(keeper, guard, true);
        }
        return new FoundLedger(keeper, guard(line).or(() -> guard), namesItself);
    }

    private static Optional<ProcessEntry.Identity> guard(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[0].equals(GUARD)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcessEntry.Identity(Long.parseLong(words[1]), Long.parseLong(words[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String guardLine(ProcessEntry.Identity guard) {
        return GUARD + ' ' + guard.pid() + ' ' + guard.start() + '\n';
    }
}
