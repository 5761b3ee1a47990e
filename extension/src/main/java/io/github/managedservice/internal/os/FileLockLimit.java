package io.github.managedservice.internal.os;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** RLIMIT_LOCKS of a process, the resource limit that carries the mark. */
public record FileLockLimit(long soft, long hard) {

    static final long UNLIMITED = Long.MAX_VALUE;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The kernel gives the whole file, some 1,300 characters, to the first read. */
    private static final int SIZE = 4096;

    private static final String NAME = "\nMax file locks";

    /** {@code self} is this process; empty if it is gone or the platform does not show it. */
    public static Optional<FileLockLimit> of(String process) {
        try (FileInputStream file = new FileInputStream("/proc/" + process + "/limits")) {
            byte[] bytes = new byte[SIZE];
            return parse(new String(bytes, 0, Math.max(0, file.read(bytes)), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    public static Optional<FileLockLimit> parse(String limits) {
        int begin = limits.indexOf(NAME);
        if (begin < 0) {
            return Optional.empty();
        }
        String[] words = SPACE.split(limits.substring(begin + NAME.length()).stripLeading(), 3);
        return Optional.of(new FileLockLimit(number(words[0]), number(words[1])));
    }

    boolean isLimited() {
        return hard != UNLIMITED;
    }

    public boolean is(ProcessMark mark) {
        return soft == mark.cookie() || hard == mark.cookie();
    }

    private static long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException unlimitedOrBeyondAnyMark) {
            return UNLIMITED;
        }
    }
}
