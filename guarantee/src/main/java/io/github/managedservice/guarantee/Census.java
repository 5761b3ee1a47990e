package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.Member.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Counts the processes of a round until none is left. */
final class Census {

    /** Nobody seen and nothing written for so long: nobody is there, not even a chain that no scan catches. */
    private static final Duration QUIET = Duration.ofMillis(250);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration ONE_TICK = Duration.ofMillis(1);

    private final Members members;
    private final Roster roster;
    private final Lifeline lifeline;
    private final Identity jvm;
    private Optional<Duration> jvmGone = Optional.empty();

    Census(Members members, Roster roster, Lifeline lifeline, Identity jvm) {
        this.members = members;
        this.roster = roster;
        this.lifeline = lifeline;
        this.jvm = jvm;
    }

    /**
     * How long after the given moment the last of the service was gone; empty if somebody is left at the limit. It is the
     * time at which the lifeline ended, or if some have let go of it before their end, of the look that did not find
     * them any more, which is rather too long than too short.
     */
    Optional<Duration> awaitGone(Moment since, Duration limit) {
        Optional<Duration> gone =
                lifeline.awaitEnd(since, limit, () -> lookAtJvm(since)).map(since::until);
        while (!since.isOlderThan(limit)) {
            List<Member> living = members.find(Role.SERVICE);
            awaitTheir(living, since, limit);
            if (gone.isEmpty() || !living.isEmpty()) {
                gone = Optional.of(since.elapsed());
            }
            lookAtJvm(since);
            if (staysQuiet()) {
                Duration pulse = Duration.between(since.instant(), roster.lastWrite());
                return gone.map(heard -> pulse.compareTo(heard) > 0 ? pulse : heard);
            }
        }
        return Optional.empty();
    }

    /** How long after that moment the JVM itself was gone. */
    Optional<Duration> jvmGone() {
        return jvmGone;
    }

    /** Waits for the JVM and the library's own processes to go; false if somebody is left at the limit. */
    boolean awaitHelpers(Moment since, Duration limit) {
        while (members.find().stream().anyMatch(member -> member.role() != Role.BYSTANDER)) {
            if (since.isOlderThan(limit)) {
                return false;
            }
            Pause.of(LOOK_AGAIN);
        }
        return true;
    }

    List<Survivor> survivors(Role... roles) {
        List<Role> counted = List.of(roles);
        return members.find().stream()
                .filter(member -> counted.contains(member.role()))
                .map(member -> Survivor.process(member.seen(), member.evidence()))
                .toList();
    }

    private void awaitTheir(List<Member> living, Moment since, Duration limit) {
        while (living.stream().anyMatch(member -> Proc.lives(member.identity())) && !since.isOlderThan(limit)) {
            lookAtJvm(since);
            Pause.of(ONE_TICK);
        }
    }

    private void lookAtJvm(Moment since) {
        if (jvmGone.isEmpty() && !Proc.lives(jvm)) {
            jvmGone = Optional.of(since.elapsed());
        }
    }

    private boolean staysQuiet() {
        Moment begin = Moment.now();
        long size = roster.size();
        while (members.find(Role.SERVICE).isEmpty() && roster.size() == size) {
            if (begin.isOlderThan(QUIET)) {
                return true;
            }
            Pause.of(LOOK_AGAIN);
        }
        return false;
    }
}
