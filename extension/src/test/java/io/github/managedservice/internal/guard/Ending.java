package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.process.BackOff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Waits for the end of processes that are no children of ours, which the JDK would ask after twice a second. */
final class Ending {

    private Ending() {}

    static void await(ProcessHandle process) throws InterruptedException {
        ProcessTable table = ProcessTables.ofThisPlatform();
        BackOff backOff = new BackOff(Duration.ofSeconds(20));
        while (table.entry(process.pid()).filter(ProcessEntry::alive).isPresent()) {
            if (backOff.isOver()) {
                throw new AssertionError("Process " + process.pid() + " did not end within 20 s: " + process.info());
            }
            backOff.pause();
        }
    }

    /** Waits until somebody else has deleted a file or folder. */
    static void awaitAbsence(Path path) throws InterruptedException {
        BackOff backOff = new BackOff(Duration.ofSeconds(20));
        while (Files.exists(path)) {
            if (backOff.isOver()) {
                throw new AssertionError(path + " was not deleted within 20 s");
            }
            backOff.pause();
        }
    }
}
