package io.github.managedservice.internal.os;

import java.util.regex.Pattern;

/** A failure of the operating system (errno(3)), which the JDK tells in the text of an exception alone. */
public enum SystemError {
    /** E2BIG, on Linux and macOS. */
    ARGUMENTS_TOO_LONG(7),
    /** EAGAIN, on Linux. */
    NO_MORE_PROCESSES(11);

    private final Pattern text;

    SystemError(int number) {
        // JDK 17: "error=7, Argument list too long"; JDK 25: "error: 7 (Argument list too long)".
        this.text = Pattern.compile("\\berror(?:=|: )" + number + "\\b");
    }

    /** Whether an exception is of this failure. */
    public boolean isIn(Throwable failure) {
        return text.matcher(String.valueOf(failure.getMessage())).find();
    }
}
