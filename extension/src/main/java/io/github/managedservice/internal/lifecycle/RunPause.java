package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.process.ProcessTree;

/** Freezes a run and lets it go on. Never freezes one that is about to end, because it would not notice the request. */
final class RunPause {

    private final ProcessTree tree;

    /** Guarded by this. */
    private boolean frozen;

    /** Guarded by this. */
    private boolean ending;

    RunPause(ProcessTree tree) {
        this.tree = tree;
    }

    synchronized void freeze() {
        if (!ending) {
            frozen = true;
            tree.signalAll("STOP");
        }
    }

    /** After a signal that freezes. */
    synchronized void noteFrozen() {
        frozen = true;
    }

    synchronized void thaw() {
        tree.signalAll("CONT");
        frozen = false;
    }

    synchronized void thawForGood() {
        ending = true;
        if (frozen) {
            thaw();
        }
    }
}
