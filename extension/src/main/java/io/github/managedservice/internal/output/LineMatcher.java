package io.github.managedservice.internal.output;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a pattern in lines, one at a time. */
final class LineMatcher {

    /** The longest part of a line that is looked at in one piece, in bytes. */
    static final int WINDOW = 256 * 1024;

    /**
     * What a part has beside the region that is looked at, where the line goes on there: so many characters keep ^, $, \Z and
     * \b from taking the end of the part for that of the line, and a character that is cut in two out of the region.
     */
    private static final int MARGIN = 4;

    /** What begins later in a part and reaches to its end is left to the next part, which has all of it. */
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

    /** Looks for the pattern; throws a CancellationException once stopped. */
    Optional<LineMatch> match(OutputLine line, LinePart part) {
        int length = line.text().length();
        int from = part.begins() ? 0 : Math.min(MARGIN, length);
        int to = part.ends() ? length : Math.max(from, length - MARGIN);
        matcher.reset(new StoppableText(line.text(), stopped)).region(from, to);
        if (!isFound() || (!part.ends() && matcher.hitEnd() && matcher.start() > length - LATE)) {
            return Optional.empty();
        }
        return Optional.of(new LineMatch(line, matcher.start(), groupNames.captured(matcher)));
    }

    /** Whether there was a line on which the pattern had to give up. */
    boolean isTooDeep() {
        return tooDeep;
    }

    private boolean isFound() {
        try {
            return matcher.find();
        } catch (StackOverflowError e) {
            // The JDK's engine recurses for each repetition of a group such as (a|b)*. Too long a line does not match.
            tooDeep = true;
            return false;
        }
    }
}
