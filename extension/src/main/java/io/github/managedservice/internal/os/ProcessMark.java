package io.github.managedservice.internal.os;

/**
 * Marks all processes that come from one start of a service.
 *
 * <p>They inherit the cookie twice: as the resource limit RLIMIT_LOCKS, which Linux keeps but has not enforced since
 * 2.4.25 (getrlimit(2)), and in an environment variable. The first survives a cleared environment, a new session and a
 * changed title; the second survives reset limits. The cookie is positive and unique on this machine.
 */
public record ProcessMark(long cookie) {

    /** Holds the cookies of all enclosing services, outermost first, joined by colons. */
    public static final String VARIABLE = "MANAGED_SERVICE_MARK";

    public ProcessMark {
        if (cookie <= 0) {
            throw new IllegalArgumentException("A mark must be positive, not " + cookie + ".");
        }
    }

    /** The value for a marked service, given the value in this JVM. */
    public String variableValue(String outer) {
        return outer.isEmpty() ? Long.toString(cookie) : outer + ':' + cookie;
    }

    public boolean isIn(String variableValue) {
        return (':' + variableValue + ':').contains(":" + cookie + ':');
    }

    // Written out: those of a record are made of method handles at run time. That takes a first start milliseconds, and
    // JDK 17 keeps the last class that it made them for, whose class loader so is never collected.
    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessMark mark && mark.cookie == cookie;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(cookie);
    }
}
