package io.github.managedservice.guarantee;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays rounds, each among strangers and with nothing left behind. */
final class RoundRunner {

    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(5);

    private final Path rounds;
    private final Optional<Path> shadow;
    private final List<Stranger> neighbours;
    private final Hand hand;
    private final Duration goneLimit;

    /**
     * Makes a runner.
     *
     * @param rounds where the directories of its rounds are made
     * @param shadow what is to come before the library on the class path of the runs
     * @param neighbours who is there during all rounds
     * @param hand who sends signals
     * @param goneLimit who lives so long after the end has survived
     */
    RoundRunner(Path rounds, Optional<Path> shadow, List<Stranger> neighbours, Hand hand, Duration goneLimit) {
        this.rounds = rounds;
        this.shadow = shadow;
        this.neighbours = List.copyOf(neighbours);
        this.hand = hand;
        this.goneLimit = goneLimit;
    }

    Outcome play(Round round) {
        Optional<String> missing = round.missing();
        if (missing.isPresent()) {
            return new Outcome.Missing(round, missing.get());
        }
        RoundDirectory directory = RoundDirectory.create(
                round.end().surroundings().place(rounds), round.habit().script());
        try (Strangers strangers = Strangers.start(directory, round.end().surroundings(), hand)) {
            neighbours.forEach(strangers::watch);
            Roster roster = new Roster(directory.roster());
            Members members = new Members(directory, roster, Proc.now(), strangers.identities());
            try {
                TestRun run = TestRun.start(directory, round.end(), shadow);
                hand.adopt(run.jvm());
                return new Attempt(round, run, roster, members, strangers, hand, goneLimit).play();
            } finally {
                sweep(directory, members, hand);
                PidLimit.of(directory).remove();
                directory.delete();
            }
        }
    }

    /** Ends whoever is left of a run, its bystanders too. */
    static void sweep(RoundDirectory directory, Members members, Hand hand) {
        // A chain ends itself when it is told to: nobody could catch it for sure.
        directory.write("over", "");
        Moment begin = Moment.now();
        List<Member> left = members.find();
        while (!left.isEmpty()) {
            if (begin.isOlderThan(KILL_LIMIT)) {
                throw new IllegalStateException("The harness could not end " + left + ".");
            }
            hand.kill(left.stream().map(Member::identity).toList());
            Pause.of(TICK);
            left = members.find();
        }
    }
}
