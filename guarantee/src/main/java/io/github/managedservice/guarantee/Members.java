package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.Member.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the processes of a round in the process table, each by several kinds of evidence that do not need each other. */
final class Members {

    private static final int ROSTER_DESCRIPTOR = 9;

    private final RoundDirectory directory;
    private final Roster roster;
    private final long since;
    private final Set<Identity> strangers;

    /** Whom we have recognised once; a parent may end before its child is looked at. */
    private final Map<Identity, Member> known = new HashMap<>();

    Members(RoundDirectory directory, Roster roster, long since, Set<Identity> strangers) {
        this.directory = directory;
        this.roster = roster;
        this.since = since;
        this.strangers = new HashSet<>(strangers);
    }

    /** Takes a process for a stranger from now on, whatever it looks like. */
    void exclude(Identity stranger) {
        strangers.add(stranger);
    }

    /** All that live, in the order they were started in. */
    List<Member> find() {
        List<Sighting> sightings = new ArrayList<>(Proc.since(since));
        sightings.sort(
                Comparator.comparingLong((Sighting seen) -> seen.identity().start())
                        .thenComparingLong(Sighting::pid));
        Map<Long, Identity> byPid = new HashMap<>();
        List<Member> members = new ArrayList<>();
        Set<Identity> enrolled = Set.copyOf(roster.identities());
        for (Sighting seen : sightings) {
            byPid.put(seen.pid(), seen.identity());
            if (strangers.contains(seen.identity())) {
                continue;
            }
            recognise(seen, enrolled, byPid).ifPresent(member -> {
                known.put(seen.identity(), member);
                if (seen.alive()) {
                    members.add(member);
                }
            });
        }
        return members;
    }

    List<Member> find(Role role) {
        return find().stream().filter(member -> member.role() == role).toList();
    }

    private Optional<Member> recognise(Sighting seen, Set<Identity> enrolled, Map<Long, Identity> byPid) {
        Member before = known.get(seen.identity());
        if (before != null && before.role() == Role.SERVICE) {
            return Optional.of(new Member(seen, before.role(), before.evidence()));
        }
        if (enrolled.contains(seen.identity())) {
            return Optional.of(new Member(seen, Role.SERVICE, Evidence.ROSTER));
        }
        return byItself(seen)
                .or(() -> byParent(seen, byPid))
                .or(() ->
                        Optional.ofNullable(before).map(member -> new Member(seen, member.role(), member.evidence())));
    }

    private Optional<Member> byItself(Sighting seen) {
        long pid = seen.pid();
        List<String> arguments = Proc.arguments(pid);
        if (arguments.contains("-Dguarantee.round=" + directory.path())) {
            return Optional.of(new Member(seen, Role.RUNNER, Evidence.ARGUMENT));
        }
        if (arguments.contains(directory.token() + "0")) {
            return Optional.of(new Member(seen, Role.BYSTANDER, Evidence.ARGUMENT));
        }
        Optional<Path> file = Proc.file(pid, ROSTER_DESCRIPTOR);
        if (file.isPresent() && file.get().equals(roster.file())) {
            return Optional.of(new Member(seen, Role.SERVICE, Evidence.DESCRIPTOR));
        }
        if (arguments.contains(directory.token())
                || arguments.stream().anyMatch(argument -> argument.startsWith(directory.path() + "/"))) {
            return Optional.of(new Member(seen, Role.SERVICE, Evidence.ARGUMENT));
        }
        if (Proc.environment(pid).contains("GUARANTEE_ROUND=" + directory.token())) {
            return Optional.of(new Member(seen, Role.SERVICE, Evidence.ENVIRONMENT));
        }
        return Optional.empty();
    }

    private Optional<Member> byParent(Sighting seen, Map<Long, Identity> byPid) {
        return Optional.ofNullable(byPid.get(seen.parent())).map(known::get).map(parent -> {
            Role role = parent.role() == Role.SERVICE ? Role.SERVICE : Role.HELPER;
            return new Member(seen, role, Evidence.DESCENT);
        });
    }
}
