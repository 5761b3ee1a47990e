package io.github.managedservice.guarantee;

import java.util.Locale;
import java.util.Optional;

/** What a service may do to get away; each is a script of that name. */
enum Habit {
    PLAIN("plain", 1),
    SHELL_WRAPPER("shell wrapper", 2),
    IGNORES_TERM("ignores TERM, with a child", 2),
    SLOW_STOP("slow to stop", 1),
    THREE_GENERATIONS("three generations", 3),
    OWN_SESSION("child in its own session", 2),
    DAEMON("double-forked daemon", 2),
    SESSION_AND_DAEMON("own session and daemon", 3),
    ROOT_EXITED("daemon whose root has exited", 2, Need.NOTHING, true),
    NO_ENVIRONMENT("daemon under `env -i`", 2),
    LOWERS_LIMIT("daemon that changes the limit that marks it", 2),
    UNMARKED_GROUP("child without marks in its own group", 2, Need.PERL, false),
    UNMARKED_GROUP_ROOT_EXITED("the same, root has exited", 2, Need.PERL, true),
    CHANGES_TITLE("daemon that changes its title", 2, Need.PERL, false),
    NOT_DUMPABLE("daemon that is not dumpable", 2, Need.PERL, false),
    CHANGED_USER("daemon that changes its user", 2, Need.SETPRIV_AND_ROOT, false),
    STOPPED("stopped, as is its daemon", 2),
    FORKS_ALWAYS("forks once a millisecond", 1),
    CHAIN("chain, a new session per hop", 5),
    FAST_CHAIN("chain, the fastest", 5, Need.PERL, false),
    HOLDS_OUTPUT("child holds stdout, root has exited", 2, Need.NOTHING, true),
    MOUNT("mounts a directory in `${tempDir}`", 1),
    JVM_WITH_HOOK("JVM with a shutdown hook", 1),
    NPX_SERVER("Node server started by `npx`", 1, Need.NPX, false),
    POSTGRES("PostgreSQL by `pg_ctl start`", 1, Need.POSTGRES, false),
    REDIS_PAIR("shell with two Redis servers", 3, Need.REDIS, false);

    private final String title;
    private final int enrolled;
    private final Need need;
    private final boolean rootLeaves;

    Habit(String title, int enrolled) {
        this(title, enrolled, Need.NOTHING, false);
    }

    Habit(String title, int enrolled, Need need, boolean rootLeaves) {
        this.title = title;
        this.enrolled = enrolled;
        this.need = need;
        this.rootLeaves = rootLeaves;
    }

    String title() {
        return title;
    }

    /** How many are in the roster once it is ready. */
    int enrolled() {
        return enrolled;
    }

    /** Whether the process that was started ends before the run does. */
    boolean rootLeaves() {
        return rootLeaves;
    }

    /** Whether its processes come and go faster than they can be looked at, so that the roster is its pulse. */
    boolean isRestless() {
        return this == FORKS_ALWAYS || this == CHAIN || this == FAST_CHAIN;
    }

    /** Why it cannot be had on this machine; empty if it can. */
    Optional<String> missing() {
        return need.missing();
    }

    String script() {
        String file = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sh";
        return Resources.text("habits/prelude.sh") + Resources.text("habits/" + file);
    }
}
