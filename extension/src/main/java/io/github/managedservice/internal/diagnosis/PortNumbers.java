package io.github.managedservice.internal.diagnosis;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The port numbers in a line of output. */
public final class PortNumbers {

    /** After a colon, as in {@code 0.0.0.0:8080}, or the word, as in {@code port: 8080}; not in {@code 12:34:56}. */
    private static final Pattern MENTION = Pattern.compile(
            "(?:(?<!(?:^|[\\s:T])\\d{1,2}):|\\bport\\W{1,3})(\\d{1,5})(?![\\d\\]]|[.:]\\d)", Pattern.CASE_INSENSITIVE);

    private static final int LAST = 65_535;

    private PortNumbers() {}

    /** In ascending order. */
    public static Set<Integer> in(String line) {
        Set<Integer> ports = new TreeSet<>();
        Matcher matcher = MENTION.matcher(line);
        while (matcher.find()) {
            int port = Integer.parseInt(matcher.group(1));
            if (port > 0 && port <= LAST) {
                ports.add(port);
            }
        }
        return ports;
    }
}
