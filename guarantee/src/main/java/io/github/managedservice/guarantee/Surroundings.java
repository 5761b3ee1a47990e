package io.github.managedservice.guarantee;

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
    /** The JVM is process 1 of a pid namespace, as it is in a container. */
    FIRST_PROCESS("", Need.NOTHING);

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

    /** Whether pids in there are not those out here. */
    boolean hasPidsOfItsOwn() {
        return this == FIRST_PROCESS;
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
                        "round=$1 java_home=$2; shift 2; " + setUp + " || exit; exec \"$@\"",
                        "guarantee-surroundings",
                        directory.path().toString(),
                        System.getProperty("java.home")));
        }
        words.addAll(command);
        return words;
    }
}
