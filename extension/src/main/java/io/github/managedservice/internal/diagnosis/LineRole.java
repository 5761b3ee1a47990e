package io.github.managedservice.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The kind of a line of output, by the words and formats of logging libraries, languages and well-known servers. */
enum LineRole {
    /** The service gives up. */
    FATAL,

    /** The service reports an error. */
    ERROR,

    /** Not in a log format, but about a failure. */
    FAILURE,

    OTHER,

    /** Says nothing by itself: a stack frame, a blank line, a rule, a farewell. */
    FRAME;

    /** Stack frames of Java, Node, Python and Go, their omissions, blank lines, rules, and what comes at every end. */
    private static final Pattern FRAMES = Pattern.compile("^\\s*at .*(?:\\)|:\\d+)$"
            + "|^\\s*\\.{3} \\d+ (?:more|common frames omitted)"
            + "|^\\s*File \".*\", line \\d+"
            + "|^goroutine \\d+ \\[|^\\t\\S+\\.go:\\d+|^exit status \\d+$"
            + "|^\\P{Alnum}*$"
            + "|^Node\\.js v\\d|^note: run with `RUST_BACKTRACE"
            + "|Removing PID file");

    /** The words of a longer line are at its beginning. */
    private static final int LONGEST = 500;

    private static final String TRACEBACK = "Traceback (most recent call last):";

    /** A log level below error, which may be followed by the word error. */
    private static final Pattern HARMLESS = Pattern.compile("^(?:(?!\\b(?:FATAL|ERROR|PANIC)\\b).){0,80}"
            + "(?:\\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|LOG|HINT|DETAIL|STATEMENT)\\b"
            + "|\\[(?:trace|debug|info|notice|warn|warning)\\]|\\blevel\"?[=:]\\s*\"?(?:trace|debug|info|warn))");

    /** A level that is mentioned, but is not that of the line. */
    private static final Pattern SETTING =
            Pattern.compile("log[-_. ]?level|\\b(?:0|no) (?:errors?|failures)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FATALS =
            Pattern.compile("\\b(?:FATAL|PANIC|EMERG|EMERGENCY|CRITICAL)\\b.*\\p{Alpha}{3}"
                    + "|\\[(?:emerg|fatal|critical)\\].*\\p{Alpha}{3}"
                    + "|\\blevel\"?[=:]\\s*\"?(?:fatal|panic|critical)\\b"
                    + "|^(?:panic|fatal error): |\\b[Ff]atal(?: error)?[:,] "
                    + "|^Exception in thread |^(?:Uncaught|Unhandled) \\w*\\s?(?:[Ee]xception|[Rr]ejection|[Ee]rror)"
                    + "|^thread '.*' (?:\\(\\d+\\) )?panicked at|^PANIC: "
                    + "|\\b(?:APPLICATION FAILED TO START|BOOT FAILED)\\b"
                    + "|^F\\d{4} \\d\\d:\\d\\d:\\d\\d");

    private static final Pattern ERRORS = Pattern.compile("\\b(?:ERROR|SEVERE|CRIT|ALERT)\\b.*\\p{Alpha}{3}"
            + "|\\[(?:error|crit|alert)\\].*\\p{Alpha}{3}"
            + "|\\blevel\"?[=:]\\s*\"?(?:error|crit)\\b"
            + "|^Caused by: |^(?:\\S+: )?[Ee]rror: "
            + "|^(?:Uncaught )?(?:[\\w$]+\\.)*[A-Z][\\w$]*(?:Error|Exception)(?:: .*| \\[.*|)$"
            + "|^E\\d{4} \\d\\d:\\d\\d:\\d\\d");

    private static final Pattern FAILURES = Pattern.compile(
            "\\b(?:cannot|can not|can't|could not|couldn't|unable to|failed|failure|not permitted|not"
                    + " allowed|denied|refused|invalid|illegal|unknown|unrecogni[sz]ed|unsupported|no such|not found|does"
                    + " not exist|missing|(?:already )?in use|already exists|abort(?:ed|ing)?|too many|no space left|out"
                    + " of memory|error)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A position or a banner, which needs the next line. */
    private static final Pattern UNFINISHED =
            Pattern.compile("^thread '.*panicked at \\S+:$|\\b(?:APPLICATION FAILED TO START|BOOT FAILED)\\b"
                    + "|^\\*\\*\\* FATAL CONFIG FILE ERROR");

    private static final Pattern CAUSE = Pattern.compile("^\\s*Caused by: ");
    private static final Pattern EXCEPTION = Pattern.compile("^(?:[\\w$]+\\.)*[A-Z][\\w$]*(?:Error|Exception)(?::|$)");

    /** For consecutive lines. */
    static List<LineRole> of(List<String> lines) {
        List<LineRole> roles = new ArrayList<>();
        int lastOfPython = -1;
        boolean withinPython = false;
        for (String line : lines) {
            if (line.endsWith(TRACEBACK)) {
                withinPython = true;
                roles.add(FRAME);
            } else if (withinPython && (line.isBlank() || Character.isWhitespace(line.charAt(0)))) {
                roles.add(FRAME);
            } else if (withinPython) {
                // Of chained exceptions, Python prints the last one last.
                if (lastOfPython >= 0) {
                    roles.set(lastOfPython, FRAME);
                }
                lastOfPython = roles.size();
                withinPython = false;
                roles.add(ERROR);
            } else {
                roles.add(of(line));
            }
        }
        return roles;
    }

    private static LineRole of(String whole) {
        String line = whole.substring(0, Math.min(LONGEST, whole.length()));
        if (FRAMES.matcher(line).find()) {
            return FRAME;
        }
        if (HARMLESS.matcher(line).find() || SETTING.matcher(line).find()) {
            return OTHER;
        }
        if (FATALS.matcher(line).find()) {
            return FATAL;
        }
        if (ERRORS.matcher(line).find()) {
            return ERROR;
        }
        return FAILURES.matcher(line).find() ? FAILURE : OTHER;
    }

    static boolean needsExplanation(String line) {
        return UNFINISHED.matcher(line).find();
    }

    /** Neither a title nor a rule below one. */
    static boolean explains(String line) {
        return !line.matches(".*[:=*-]\\s*");
    }

    static boolean isCause(String line) {
        return CAUSE.matcher(line).find();
    }

    static boolean isException(String line) {
        return EXCEPTION.matcher(line).find();
    }
}
