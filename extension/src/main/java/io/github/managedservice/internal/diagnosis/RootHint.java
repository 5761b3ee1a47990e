package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server refuses to run as root. */
final class RootHint implements Hint {

    /** PostgreSQL (main.c, initdb.c, pg_ctl.c), MySQL and MariaDB (mysqld.cc), Elasticsearch and others like it. */
    private static final Pattern WORDS = Pattern.compile(
            "\"root\" execution of the (PostgreSQL) server is not permitted"
                    + "|(?:^|[\\s/])([\\w.-]+): (?:error: )?cannot be run as root"
                    + "|how to run (mysqld) as root"
                    + "|can ?not run (\\w+) as root",
            Pattern.CASE_INSENSITIVE);

    private static final int NAMES = 4;

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.failedByItself()
                ? evidence.printed().find(WORDS).map(RootHint::explain).stream()
                : Stream.empty();
    }

    private static String explain(Printed.Found found) {
        String name = "";
        for (int number = 1; number <= NAMES; number++) {
            if (found.match().group(number) != null) {
                name = found.shown(number);
            }
        }
        return name + " cannot be run as root: run the tests as another user, or have the command change to one, as"
                + " 'setpriv --reuid=NAME --regid=NAME --clear-groups' does; that user must own what the service"
                + " writes";
    }
}
