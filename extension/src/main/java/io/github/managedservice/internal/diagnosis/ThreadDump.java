package io.github.managedservice.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The output of a JVM on SIGQUIT: its main thread, and any deadlock. */
public final class ThreadDump {

    /** The last part of a dump: the heap comes after the threads (VM_PrintThreads, in HotSpot). */
    public static final String END = "^Heap\\b";

    private static final String ALL = "all threads are in the log";

    /** HotSpot's first line of a dump (VMOperations: VM_PrintThreads). */
    private static final String BEGIN = "Full thread dump ";

    /** A server's main thread waits for clients, which explains nothing. */
    private static final Pattern IDLE =
            Pattern.compile("^\\s*at (?:java\\.net|sun\\.nio\\.ch)\\.\\S+\\.(?:accept|select|doSelect)\\(");

    private static final int LONGEST_STACK = 40;
    private static final int LONGEST_DEADLOCK = 80;

    private ThreadDump() {}

    /**
     * The lines of each main thread that does not just wait for clients, and of each deadlock; if there are neither, a
     * sentence that says so; none without a dump.
     */
    public static List<String> essence(List<String> lines) {
        List<String> essence = new ArrayList<>();
        boolean dumped = false;
        boolean idle = false;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            dumped |= line.startsWith(BEGIN);
            if (line.startsWith("\"main\" ")) {
                List<String> main = part(lines, index, LONGEST_STACK, String::isBlank);
                if (main.stream().anyMatch(frame -> IDLE.matcher(frame).find())) {
                    idle = true;
                } else {
                    essence.addAll(main);
                }
            } else if (line.startsWith("Found ") && line.endsWith("-level deadlock:")) {
                essence.addAll(part(lines, index, LONGEST_DEADLOCK, ThreadDump::endsDeadlocks));
            }
        }
        if (essence.isEmpty() && dumped) {
            essence.add((idle ? "main waits for clients, as a server does; " : "") + ALL);
        }
        return essence;
    }

    /** The quoted names of each deadlock, from the result of {@link #essence}. */
    static List<List<String>> deadlocks(List<String> essence) {
        List<List<String>> deadlocks = new ArrayList<>();
        boolean within = false;
        for (String line : essence) {
            if (line.endsWith("-level deadlock:")) {
                deadlocks.add(new ArrayList<>());
                within = true;
            } else if (line.startsWith("Java stack information")) {
                within = false;
            } else if (within && line.matches("\"[^\"]+\":")) {
                deadlocks.get(deadlocks.size() - 1).add(line.substring(0, line.length() - 1));
            }
        }
        return deadlocks;
    }

    private static boolean endsDeadlocks(String line) {
        return line.matches("Found \\d+ deadlocks?\\.");
    }

    private static List<String> part(List<String> lines, int from, int longest, Predicate<String> end) {
        List<String> part = new ArrayList<>();
        for (String line : lines.subList(from, lines.size())) {
            if (end.test(line)) {
                return part;
            }
            if (part.size() == longest) {
                part.add("\t...");
                return part;
            }
            if (!line.isBlank()) {
                part.add(line);
            }
        }
        return part;
    }
}
