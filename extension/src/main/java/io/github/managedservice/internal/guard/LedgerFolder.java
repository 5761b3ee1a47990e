package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.os.ProcFileSystem;
import io.github.managedservice.internal.os.ProcessEntry;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder for the ledgers of one user, which no other user can read or write. */
record LedgerFolder(Path base) {

    private static final String EXTENSION = ".ledger";
    private static final Path SELF = Path.of("/proc/self");
    private static final String OWNER = "unix:uid";

    /** The last guard of a user deletes the folder, perhaps just when a ledger is being made in it. */
    private static final int TRIES = 10;

    private static final int NAMES = 9;

    static LedgerFolder ofThisMachine() {
        return new LedgerFolder(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    Path create(JvmIdentity self) throws IOException {
        for (int tried = 1; ; tried++) {
            // Files.createTempFile would load the JDK's secure random numbers, which takes 20 ms.
            String name = self.process().pid() + "-" + System.nanoTime() + EXTENSION;
            try {
                return Files.createFile(makePrivate().resolve(name), onlyForOwner("rw-------"));
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Deletes a ledger of this JVM, and the folder with the last ledger. */
    void delete(Path ledger) {
        try {
            Files.deleteIfExists(ledger);
            Files.deleteIfExists(ledger.resolveSibling(""));
        } catch (DirectoryNotEmptyException e) {
            // Other runs use it.
        } catch (IOException e) {
            LibraryLog.debug("Ledger " + ledger + " could not be deleted: " + e);
        }
    }

    private Path path(int number) throws IOException {
        String name = "managed-service-" + Files.getAttribute(SELF, OWNER);
        return base.resolve(number == 1 ? name : name + "-" + number);
    }

    /** Any user can make a folder or link of that name in a shared directory; then the next name is used. */
    private Path makePrivate() throws IOException {
        for (int number = 1; number <= NAMES; number++) {
            Path path = path(number);
            if (isMade(path) || isPrivate(path)) {
                return path;
            }
        }
        throw new IOException(
                path(1) + " and the next " + (NAMES - 1) + " names are no private directories of this user");
    }

    private static boolean isMade(Path path) throws IOException {
        try {
            Files.createDirectory(path, onlyForOwner("rwx------"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static boolean isPrivate(Path path) throws IOException {
        try {
            PosixFileAttributes found =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isDirectory()
                    && Files.getAttribute(path, OWNER, LinkOption.NOFOLLOW_LINKS)
                            .equals(Files.getAttribute(SELF, OWNER))
                    && found.permissions().equals(PosixFilePermissions.fromString("rwx------"));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> onlyForOwner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Ends the services of test runs whose JVM and guard are both dead. */
    void sweep(JvmIdentity self) {
        try {
            for (int number = 1; number <= NAMES; number++) {
                Path path = path(number);
                if (isPrivate(path)) {
                    sweepAll(path, self);
                }
            }
        } catch (IOException | RuntimeException e) {
            LibraryLog.debug("What earlier test runs left could not be looked up below " + base + ": " + e);
        }
    }

    private static void sweepAll(Path folder, JvmIdentity self) throws IOException {
        String[] names = folder.toFile().list();
        if (names == null) {
            throw new IOException("cannot list " + folder);
        }
        for (String name : names) {
            Path ledger = folder.resolve(name);
            try {
                if (name.endsWith(EXTENSION)) {
                    sweep(ledger, self);
                }
            } catch (IOException | RuntimeException e) {
                // Continue with the other ledgers.
                LibraryLog.debug("Ledger " + ledger + " could not be read: " + e);
            }
        }
    }

    private static void sweep(Path ledger, JvmIdentity self) throws IOException {
        FoundLedger found = FoundLedger.read(ledger);
        if (found.keeper().isEmpty()) {
            return;
        }
        JvmIdentity other = found.keeper().get();
        if (!other.boot().equals(self.boot())) {
            // A reboot has ended its processes.
            Files.deleteIfExists(ledger);
        } else if (other.namespace().equals(self.namespace()) && !isAtWork(found, other.process())) {
            LibraryLog.warn("The test run of pid " + other.process().pid() + " was killed together with its guard."
                    + " What is left of its services is ended now.");
            GuardProcess.sweep(ledger, found.namesItself());
        }
    }

    private static boolean isAtWork(FoundLedger ledger, ProcessEntry.Identity jvm) {
        ProcFileSystem table = new ProcFileSystem();
        return isAlive(jvm, table)
                || ledger.guard().filter(guard -> isAlive(guard, table)).isPresent();
    }

    private static boolean isAlive(ProcessEntry.Identity process, ProcFileSystem table) {
        return table.entry(process.pid())
                .filter(ProcessEntry::alive)
                .filter(entry -> entry.identity().equals(process))
                .isPresent();
    }
}
