package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.Member.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another run of the library that goes on beside all rounds, with its JVM, its service and its guard. */
final class Neighbour implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final RoundDirectory directory;
    private final Members members;
    private final TestRun run;
    private final Hand hand;

    private Neighbour(RoundDirectory directory, Members members, TestRun run, Hand hand) {
        this.directory = directory;
        this.members = members;
        this.run = run;
        this.hand = hand;
    }

    static Neighbour start(Path rounds, Hand hand) {
        RoundDirectory directory = RoundDirectory.create(rounds, Habit.SESSION_AND_DAEMON.script());
        Members members = new Members(directory, new Roster(directory.roster()), Proc.now(), Set.of());
        TestRun run = TestRun.start(directory, End.NORMAL, Optional.empty());
        hand.adopt(run.jvm());
        Neighbour neighbour = new Neighbour(directory, members, run, hand);
        if (!run.await("ready", LIMIT)) {
            String output = run.output();
            neighbour.close();
            throw new IllegalStateException("The neighbour did not start: " + output);
        }
        return neighbour;
    }

    /** All its processes. */
    List<Stranger> processes() {
        return members.find().stream()
                .filter(member -> member.role() != Role.BYSTANDER)
                .<Stranger>map(member -> new StrangerProcess("a neighbour's " + member.role(), member.identity()))
                .toList();
    }

    @Override
    public void close() {
        run.tell("order");
        run.tell("bye");
        run.awaitEnd(LIMIT);
        RoundRunner.sweep(directory, members, hand);
        directory.delete();
    }
}
