package io.github.managedservice.guarantee;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a JVM finds around it: made by a shell, in mounts that only this JVM and its children see. */
enum Surroundings {
    USUAL("", Need.NOTHING),
    BASH("mount --bind \"$(command -v bash)\" \"$(readlink -f /bin/sh)\"", Need.BASH),
    BUSYBOX("mount --bind \"$(command -v busybox)\" \"$(readlink -f /bin/sh)\"", Need.BUSYBOX),
    /** The service itself runs by a copy. */
    NO_SHELL(
            "cp \"$(readlink -f /bin/sh)\" \"$round/shell\"; mount --bind /dev/null \"$(readlink -f /bin/sh)\"",
            Need.NOTHING),
    NO_SETSID("mount --bind /dev/null \"$(readlink -f \"$(command -v setsid)\")\"", Need.NOTHING),
    /** The launcher of the JDK finds its own library through it. */
    NO_PROC("export LD_LIBRARY_PATH=\"$java_home/lib\"; mount -t tmpfs tmpfs /proc", Need.NOTHING),
    NOEXEC_TEMP("mount -t tmpfs -o noexec tmpfs \"$round/temp\"", Need.NOTHING),
    FULL_DISK(
            "for part in temp target; do mount -t tmpfs -o size=16k tmpfs \"$round/$part\"; "
                    + "cat /dev/zero >\"$round/$part/fill\" 2>/dev/null; done; :",
            Need.NOTHING),
    READ_ONLY_DIRECTORY(
            "mkdir \"$round/fixed\"; mount --bind \"$round/fixed\" \"$round/fixed\"; "
                    + "mount -o remount,bind,ro \"$round/fixed\"; cd \"$round/fixed\"",
            Need.NOTHING),
    /** Whatever the service mounts is seen by nothing outside. */
    OWN_MOUNTS(":", Need.NOTHING),
    LIMITED_PIDS("mkdir \"$group\" && echo $$ >\"$group/cgroup.procs\"", Need.PID_LIMIT),
    /** As lxcfs shows it: the newest pid in it is that of a moment ago. */
    FROZEN_LOAD("cat /proc/loadavg >\"$round/loadavg\"; mount --bind \"$round/loadavg\" /proc/loadavg", Need.NOTHING),
    /** The JVM is process 1 of a pid namespace, as it is in a container. */
    FIRST_PROCESS("", Need.NOTHING),
    /**
     * The user is a plain one, who sees no processes but its own. The word is understood where the option holds for this
     * mount alone (Linux 5.8), and a mount is new where a remount would change that of the whole machine.
     */
    HIDDEN_PROCESSES("mount -t proc -o hidepid=invisible proc /proc", Need.PLAIN_USER),
    /** A plain user has a program that makes it yet another, whom it may not signal, and who owns nothing else. */
    ANOTHER_USER(
            "cp \"$(command -v setpriv)\" \"$round/become\" && chown 65533:65533 \"$round/become\" && "
                    + "chmod 4755 \"$round/become\"",
            Need.PLAIN_USER);

    private final String setUp;
    private final Need need;

    Surroundings(String setUp, Need need) {
        this.setUp = setUp;
        this.need = need;
    }

    /** Why they cannot be had on this machine; empty if they can. */
    Optional<String> missing() {
        return this == USUAL ? Optional.empty() : need.missing().or(Need.NAMESPACES::missing);
    }

    /** The shell that services run by. */
    String shell(RoundDirectory directory) {
        return this == NO_SHELL ? directory.file("shell").toString() : "/bin/sh";
    }

    /** Where the directory of a round is made. */
    Path place(Path usual) {
        return isOfPlainUser() ? PlainUser.place(usual) : usual;
    }

    /** The class path that the user who runs the tests can read. */
    String classPath(RoundDirectory directory) {
        return isOfPlainUser() ? ClassPath.copiedTo(directory.file("classes")) : ClassPath.ofThisHarness();
    }

    /** Whether pids in there are not those out here. */
    boolean hasPidsOfItsOwn() {
        return this == FIRST_PROCESS;
    }

    /** Whether in there it is not the user of this harness who runs the tests. */
    boolean isOfPlainUser() {
        return this == HIDDEN_PROCESSES || this == ANOTHER_USER;
    }

    /** The command as the user who runs the tests gives it. */
    List<String> byUser(List<String> command) {
        return isOfPlainUser() ? PlainUser.running(command) : command;
    }

    List<String> wrap(List<String> command, RoundDirectory directory) {
        List<String> words = new ArrayList<>();
        switch (this) {
            case USUAL -> {}
            case FIRST_PROCESS -> words.addAll(List.of("unshare", "--fork", "--pid", "--mount-proc"));
            default ->
                words.addAll(List.of(
                        "unshare",
                        "--mount",
                        "/bin/sh",
                        "-c",
                        "round=$1 java_home=$2 group=$3; shift 3; " + handOver() + setUp + " || exit; exec \"$@\"",
                        "guarantee-surroundings",
                        directory.path().toString(),
                        System.getProperty("java.home"),
                        PidLimit.of(directory).group().toString()));
        }
        words.addAll(byUser(command));
        return words;
    }

    private String handOver() {
        return isOfPlainUser() ? "chown -R " + PlainUser.ID + ":" + PlainUser.ID + " \"$round\"; " : "";
    }
}
