package io.github.managedservice.internal.output;

import io.github.managedservice.internal.output.LineTaker.Part;
import io.github.managedservice.internal.text.GroupNames;
import io.github.managedservice.internal.text.StoppableText;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a pattern in lines, one at a time. */
final class LineMatcher {

    /** The longest part of a line that is searched in one piece, in bytes. */
    static final int WINDOW = 256 * 1024;

    /**
     * In characters: where the line goes on beyond its part, so much of the part is context only. It keeps ^, $, \Z and
     * \b from taking the end of the part for that of the line, and half a character out of the match.
     */
    private static final int MARGIN = 4;

    /**
     * In characters: a match that begins so near the end of a part and reaches its end is left to the next part, which
     * has all of it.
     */
    private static final int LATE = 4096;

    private final Matcher matcher;
    private final GroupNames groupNames;
    private final BooleanSupplier stopped;
    private volatile boolean tooDeep;

    LineMatcher(Pattern pattern, BooleanSupplier stopped) {
        matcher = pattern.matcher("").useAnchoringBounds(false).useTransparentBounds(true);
        groupNames = new GroupNames(pattern);
        this.stopped = stopped;
    }

    boolean captures() {
        return !groupNames.isEmpty();
    }

    /** Throws a CancellationException once stopped. */
    Optional<LineMatch> match(OutputLine line, Part part) {
        int length = line.text().length();
        int from = part.beginsLine() ? 0 : Math.min(MARGIN, length);
        int to = part.endsLine() ? length : Math.max(from, length - MARGIN);
        matcher.reset(new StoppableText(line.text(), stopped)).region(from, to);
        if (!isFound() || (!part.endsLine() && matcher.hitEnd() && matcher.start() > length - LATE)) {
            return Optional.empty();
        }
        return Optional.of(new LineMatch(line, matcher.start(), groupNames.captured(matcher)));
    }

    /** Whether the pattern gave up on a line. */
    boolean isTooDeep() {
        return tooDeep;
    }

    private boolean isFound() {
        try {
            return matcher.find();
        } catch (StackOverflowError e) {
            // The JDK's engine recurses for each repetition of a group such as (a|b)*. Such a line does not match.
            tooDeep = true;
            return false;
        }
    }
}
