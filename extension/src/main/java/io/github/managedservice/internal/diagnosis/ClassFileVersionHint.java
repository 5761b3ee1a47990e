package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A class needs a newer Java than the one that runs it. */
final class ClassFileVersionHint implements Hint {

    /** HotSpot, classFileParser.cpp. */
    static final Pattern WORDS = Pattern.compile("UnsupportedClassVersionError: (\\S+) has been compiled by a more"
            + " recent version of the Java Runtime \\(class file version (\\d+)\\.\\d+\\).* up to (\\d+)\\.");

    /** Class files of Java 1.1 are version 45 (JVMS, section 4.1). */
    private static final int BEFORE_JAVA_1 = 44;

    /** Later versions may get other names. */
    private static final int LAST_NAMED = 99;

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.printed().find(WORDS).stream().map(found -> {
            int needs = Integer.parseInt(found.group(2));
            int reads = Integer.parseInt(found.group(3));
            int runs = reads - BEFORE_JAVA_1;
            return "'" + found.group(1).replace('/', '.') + "' has class file version " + needs
                    + (needs < LAST_NAMED ? " (Java " + (needs - BEFORE_JAVA_1) + ")" : "") + ", but Java " + runs
                    + " runs it and reads at most " + reads
                    + ": run it with a newer Java, or compile it with '--release "
                    + runs + "'";
        });
    }
}
