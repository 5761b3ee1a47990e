package io.github.managedservice.internal.process;

import io.github.managedservice.internal.log.LibraryLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the ledgers of all test runs of one user are: a folder that nobody else can read or write.
 *
 * @param base where it is made
 */
record LedgerFolder(Path base) {

    private static final String EXTENSION = ".ledger";
    private static final Path SELF = Path.of("/proc/self");
    private static final String OWNER = "unix:uid";

    /** The last guard of a user takes the folder away, perhaps just when a ledger is to be made in it. */
    private static final int TRIES = 10;

    static LedgerFolder ofThisMachine() {
        return new LedgerFolder(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    /** Makes an empty ledger for this JVM. */
    Path create(JvmIdentity self) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return Files.createTempFile(
                        makePrivate(path()), self.process().pid() + "-", EXTENSION, onlyForOwner("rw-------"));
            } catch (NoSuchFileException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Path path() throws IOException {
        return base.resolve("managed-service-" + Files.getAttribute(SELF, OWNER));
    }

    private static Path makePrivate(Path path) throws IOException {
        try {
            return Files.createDirectory(path, onlyForOwner("rwx------"));
        } catch (FileAlreadyExistsException e) {
            return requirePrivate(path);
        }
    }

    /** In a shared temporary directory everybody can make a folder, or a link, of that name. */
    private static Path requirePrivate(Path path) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> permissions = found.permissions();
        Object owner = Files.getAttribute(path, OWNER, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory()
                || !owner.equals(Files.getAttribute(SELF, OWNER))
                || !permissions.equals(PosixFilePermissions.fromString("rwx------"))) {
            throw new IOException(path + " is not a private directory of this user");
        }
        return path;
    }

    private static FileAttribute<Set<PosixFilePermission>> onlyForOwner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Ends what test runs left whose JVM and guard are both gone. */
    void sweep(JvmIdentity self) {
        try (DirectoryStream<Path> ledgers = Files.newDirectoryStream(requirePrivate(path()), "*" + EXTENSION)) {
            for (Path ledger : ledgers) {
                sweep(ledger, self);
            }
        } catch (IOException | RuntimeException e) {
            LibraryLog.debug("What earlier test runs left could not be looked up below " + base + ": " + e);
        }
    }

    private static void sweep(Path ledger, JvmIdentity self) throws IOException {
        List<String> lines = lines(ledger);
        // None: it was begun a moment ago.
        Optional<JvmIdentity> keeper = lines.stream().findFirst().flatMap(JvmIdentity::parse);
        if (keeper.isEmpty()) {
            return;
        }
        JvmIdentity other = keeper.get();
        if (!other.boot().equals(self.boot())) {
            // Its processes ended with the machine.
            Files.deleteIfExists(ledger);
        } else if (other.namespace().equals(self.namespace()) && !isAtWork(other.process(), lines)) {
            LibraryLog.warn("The test run of pid " + other.process().pid() + " was killed together with its guard."
                    + " What is left of its services is ended now.");
            GuardProcess.sweep(ledger);
        }
    }

    private static List<String> lines(Path ledger) throws IOException {
        try {
            return Files.readAllLines(ledger, Ward.CHARSET);
        } catch (NoSuchFileException e) {
            // Its guard has just done its work.
            return List.of();
        }
    }

    private static boolean isAtWork(ProcessEntry.Identity jvm, List<String> lines) {
        ProcFileSystem table = new ProcFileSystem();
        return Stream.concat(Stream.of(jvm), lines.stream().flatMap(LedgerFolder::guard))
                .anyMatch(process -> table.entry(process.pid())
                        .filter(ProcessEntry::alive)
                        .filter(entry -> entry.identity().equals(process))
                        .isPresent());
    }

    private static Stream<ProcessEntry.Identity> guard(String line) {
        String[] words = line.split(" ", -1);
        return words.length == 3 && words[0].equals("guard")
                ? Stream.of(new ProcessEntry.Identity(Long.parseLong(words[1]), Long.parseLong(words[2])))
                : Stream.empty();
    }
}
