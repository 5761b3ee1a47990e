package io.github.managedservice.internal.output;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Makes lines of what a log holds at this moment. */
final class LineHistory {

    private static final long FIRST_SPAN = 128 * 1024;
    private static final long LAST_SPAN = 16 * 1024 * 1024;

    private final OutputLog log;
    private final long end;

    LineHistory(OutputLog log) {
        this.log = log;
        end = log.position();
    }

    List<OutputLine> since(long from) {
        List<OutputLine> lines = new ArrayList<>();
        read(from, lines::add);
        return List.copyOf(lines);
    }

    /** Looks back as far as needed, but not through gigabytes that hold hardly a newline. */
    List<OutputLine> last(int count) {
        for (long span = FIRST_SPAN; ; span *= 4) {
            long from = Math.max(0, end - span);
            List<OutputLine> lines = last(count, from);
            if (lines.size() >= count || from == 0 || span >= LAST_SPAN) {
                return lines;
            }
        }
    }

    private List<OutputLine> last(int count, long from) {
        Deque<OutputLine> lines = new ArrayDeque<>();
        read(from, line -> {
            lines.addLast(line);
            if (lines.size() > count) {
                lines.removeFirst();
            }
        });
        return List.copyOf(lines);
    }

    private void read(long from, Consumer<OutputLine> each) {
        LineTaker lines = LineTaker.once(each);
        LineReader reader = new LineReader(log, from);
        boolean more = true;
        while (more) {
            more = reader.advance(end, lines);
        }
        for (OutputSource source : OutputSource.values()) {
            reader.finish(source, lines);
        }
    }
}
