package io.github.managedservice.internal.output;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a pattern in lines, one at a time. */
final class LineMatcher {

    private final Matcher matcher;
    private final GroupNames groupNames;
    private final BooleanSupplier stopped;
    private volatile boolean tooDeep;

    LineMatcher(Pattern pattern, BooleanSupplier stopped) {
        matcher = pattern.matcher("");
        groupNames = new GroupNames(pattern);
        this.stopped = stopped;
    }

    boolean captures() {
        return !groupNames.isEmpty();
    }

    /** Looks for the pattern; throws a CancellationException once stopped. */
    Optional<LineMatch> match(OutputLine line) {
        matcher.reset(new StoppableText(line.text(), stopped));
        return isFound() ? Optional.of(new LineMatch(line, groupNames.captured(matcher))) : Optional.empty();
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
