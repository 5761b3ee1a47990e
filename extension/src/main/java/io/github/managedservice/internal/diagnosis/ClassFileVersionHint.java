package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the words of a Java that is older than the class it was to run. */
final class ClassFileVersionHint implements Hint {

    private static final Pattern WORDS =
            Pattern.compile("UnsupportedClassVersionError: (\\S+) has been compiled by a more"
                    + " recent version of the Java Runtime \\(class file version (\\d+)\\.\\d+\\).* up to (\\d+)\\.");

    /** Class files of Java 1.1 are version 45 (JVMS, section 4.1). */
    private static final int BEFORE_JAVA_1 = 44;

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.printed().find(WORDS).stream().map(found -> {
            String runs = java(found.group(3));
            return "'" + found.group(1).replace('/', '.') + "' is compiled for " + java(found.group(2)) + ", and "
                    + runs
                    + " runs it: use a newer Java, or compile with '--release "
                    + runs.substring(runs.indexOf(' ') + 1) + "'";
        });
    }

    private static String java(String classFileVersion) {
        return "Java " + (Integer.parseInt(classFileVersion) - BEFORE_JAVA_1);
    }
}
