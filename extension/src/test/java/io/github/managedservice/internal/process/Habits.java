package io.github.managedservice.internal.process;

/**
 * Ways in which services' processes get away, as shell scripts. Each takes an argument of {@code sleep} that bears a
 * token, and prints a line {@code up} for each process it has in the end.
 */
public enum Habits {
    PLAIN("echo up; exec sleep $1", 1),
    IGNORES_SIGNALS("trap '' TERM INT HUP; sleep $1 & echo up; echo up; wait", 2),
    CHILD_IN_OWN_SESSION("setsid sh -c 'echo up; exec sleep $0' $1 & echo up; exec sleep $1", 2),
    DOUBLE_FORKED_DAEMON("(setsid sh -c '(echo up; exec sleep $0) &' $1 &); echo up; exec sleep $1", 2),
    DAEMON_WITHOUT_ENVIRONMENT(
            "(setsid env -i /bin/sh -c '(echo up; exec sleep $0) &' $1 &); echo up; exec sleep $1", 2),
    // Known by its pid and start time alone.
    WITHOUT_MARKS("{ ulimit -w 5 || ulimit -x 5; } 2>/dev/null; echo up; exec env -i /bin/sleep $1", 1),
    ROOT_HAS_EXITED("(setsid env -i /bin/sh -c '(echo up; exec sleep $0) &' $1 &); exit 0", 1),
    // A new session for each hop, as fast as the machine forks: hardly any scan sees it.
    CHAIN(
            "hop='setsid sh -c \"$0\" \"$0\" $1 >/dev/null 2>&1 &'; sh -c \"$hop\" \"$hop\" $1; echo up; exec sleep $1",
            1);

    private final String script;
    private final int processes;

    Habits(String script, int processes) {
        this.script = script;
        this.processes = processes;
    }

    public String script() {
        return script;
    }

    public int processes() {
        return processes;
    }
}
