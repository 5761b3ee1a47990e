package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.Member.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A round under way: waits until it is what it should be, lets the end come, counts. */
final class Attempt {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration ORDERLY_LIMIT = Duration.ofSeconds(40);
    private static final Duration PORTS_LIMIT = Duration.ofSeconds(10);
    private static final Duration FORKS_LIMIT = Duration.ofSeconds(90);
    private static final Duration START_SWEEP = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofMillis(5);

    /** A day later (time_namespaces(7)). */
    private static final String[] ELSEWHEN = {
        "unshare", "--time", "--fork", "--boottime", "86400", "--monotonic", "86400"
    };

    private final Round round;
    private final TestRun run;
    private final Roster roster;
    private final Members members;
    private final Strangers strangers;
    private final Hand hand;
    private final Duration goneLimit;

    Attempt(
            Round round,
            TestRun run,
            Roster roster,
            Members members,
            Strangers strangers,
            Hand hand,
            Duration goneLimit) {
        this.round = round;
        this.run = run;
        this.roster = roster;
        this.members = members;
        this.strangers = strangers;
        this.hand = hand;
        this.goneLimit = goneLimit;
    }

    Outcome play() {
        Optional<String> obstacle = prepare();
        if (obstacle.isPresent()) {
            return broken(obstacle.get());
        }
        try (Lifeline lifeline = run.lifeline()) {
            return end(lifeline);
        }
    }

    private Outcome end(Lifeline lifeline) {
        Moment since = happen();
        if (round.end().isOfScope()) {
            if (!run.await("result", ORDERLY_LIMIT)) {
                return broken("the tests did not end");
            }
            return count(Moment.now(), lifeline);
        }
        if (round.end().cause() == Cause.ORDER || round.end().isOrderly()) {
            // What counts is whether anything outlives the JVM, not how long that takes to end.
            if (!run.awaitEnd(ORDERLY_LIMIT) || (round.end().surefire().isPresent() && !awaitForks())) {
                return broken("the JVM did not end");
            }
            since = Moment.now();
        }
        return count(since, lifeline);
    }

    private Outcome broken(String reason) {
        return new Outcome.Broken(round, reason + ". It printed:\n" + run.output());
    }

    /** Brings the round to where it is to end; tells what was in the way. */
    private Optional<String> prepare() {
        if (!run.await("ready", READY_LIMIT)) {
            return Optional.of("the round was not ready, " + roster.lines() + " had enrolled");
        }
        if (round.end().isDuringStart()) {
            return Optional.empty();
        }
        if (round.rootLeaves() && !letRootLeave()) {
            return Optional.of("the root did not leave");
        }
        run.ports().all().stream().findFirst().map(strangers::startOnPort).ifPresent(members::exclude);
        List<Member> living = members.find();
        living.stream()
                .filter(member -> member.role() == Role.BYSTANDER)
                .peek(member -> hand.adopt(member.identity()))
                // With process 1 of a pid namespace the kernel ends all in it.
                .filter(member -> !round.end().surroundings().hasPidsOfItsOwn())
                .forEach(member ->
                        strangers.watch(new StrangerProcess("started by the test itself", member.identity())));
        return whoIsMissing(living);
    }

    private boolean letRootLeave() {
        Identity root = roster.root().orElseThrow();
        run.tell("leave");
        Moment begin = Moment.now();
        while (Proc.lives(root)) {
            if (begin.isOlderThan(READY_LIMIT)) {
                return false;
            }
            Pause.of(TICK);
        }
        strangers.startWithPid(root.pid()).ifPresent(members::exclude);
        return true;
    }

    /** A round whose service is not what it should be before the end proves nothing. */
    private Optional<String> whoIsMissing(List<Member> living) {
        int enrolled = roster.lines();
        if (enrolled < round.habit().enrolled()) {
            return Optional.of("only " + enrolled + " had enrolled");
        }
        if (round.habit().isRestless()) {
            return Optional.empty();
        }
        int expected = round.habit().enrolled() - (round.rootLeaves() ? 1 : 0);
        long alive =
                living.stream().filter(member -> member.role() == Role.SERVICE).count();
        return alive < expected
                ? Optional.of("only " + alive + " of " + expected + " lived before the end")
                : Optional.empty();
    }

    private Moment happen() {
        Cause cause = round.end().cause();
        if (round.end().isDuringStart()) {
            Pause.of(Duration.ofNanos((long) (START_SWEEP.toNanos() * round.progress())));
        }
        List<Identity> targets = new ArrayList<>();
        if (cause == Cause.KILL_BOTH || cause == Cause.KILL_BOTH_THEN_RUN) {
            members.find(Role.HELPER).forEach(guard -> targets.add(guard.identity()));
        }
        List<Member> living =
                cause == Cause.RUN_ELSEWHEN && !round.habit().isRestless() ? members.find(Role.SERVICE) : List.of();
        if (cause == Cause.KILL_WITHOUT_PIDS) {
            run.pidLimit().close();
        }
        if (cause == Cause.INTERRUPT_KEY) {
            members.find(Role.RUNNER).forEach(runner -> targets.add(runner.identity()));
        } else {
            targets.add(jvm());
        }
        Moment since = Moment.now();
        switch (cause) {
            case NOTHING -> {}
            case ORDER -> run.tell("order");
            case INTERRUPT_KEY -> hand.send("INT", targets);
            case KILL_BOTH -> hand.kill(targets);
            case KILL_BOTH_THEN_RUN -> {
                hand.kill(targets);
                run.playAnother(ORDERLY_LIMIT);
            }
            case KILL_WITHOUT_PIDS -> hand.kill(targets);
            case RUN_ELSEWHEN -> {
                run.playAnother(ORDERLY_LIMIT, ELSEWHEN);
                living.stream()
                        .filter(member -> !Proc.lives(member.identity()))
                        .forEach(member -> strangers.watch(
                                new StrangerProcess("a service of a run that goes on", member.identity())));
                run.tell("order");
            }
            default -> hand.send(cause.name(), targets);
        }
        return since;
    }

    /** Without Maven, its forks end when they notice, which may take them half a minute. */
    private boolean awaitForks() {
        Moment begin = Moment.now();
        while (!members.find(Role.RUNNER).isEmpty()) {
            if (begin.isOlderThan(FORKS_LIMIT)) {
                return false;
            }
            Pause.of(TICK);
        }
        return true;
    }

    /** In a pid namespace of its own the JVM is a child of who made that. */
    private Identity jvm() {
        if (!round.end().surroundings().hasPidsOfItsOwn()) {
            return run.jvm();
        }
        return members.find(Role.RUNNER).stream()
                .map(Member::identity)
                .filter(runner -> Proc.arguments(runner.pid()).get(0).endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private Outcome count(Moment since, Lifeline lifeline) {
        Census census = new Census(members, roster, lifeline, run.jvm());
        Optional<Duration> gone = census.awaitGone(since, goneLimit);
        run.tell("bye");
        if (round.end().cause() == Cause.KILL_WITHOUT_PIDS) {
            // Only now can the guard run a program, and it deletes no directory without one.
            run.pidLimit().open();
            since = Moment.now();
        }
        boolean all = gone.isPresent() && census.awaitHelpers(since, goneLimit);
        List<Survivor> survivors = List.of();
        if (gone.isEmpty()) {
            survivors = census.survivors(Role.SERVICE);
        } else if (!all) {
            survivors = census.survivors(Role.SERVICE, Role.HELPER, Role.RUNNER);
        }
        List<Stranger> touched = strangers.touched();
        if (survivors.isEmpty()) {
            strangers.leavePorts();
            survivors = run.ports().taken(PORTS_LIMIT);
        }
        if (survivors.isEmpty() && !round.end().leavesFiles()) {
            survivors = new TemporaryFiles(run.temporary()).survivors(round, run.output());
        }
        String said = survivors.isEmpty() && touched.isEmpty() ? "" : run.output();
        return new Outcome.Counted(round, all ? gone : Optional.empty(), census.jvmGone(), survivors, touched, said);
    }
}
