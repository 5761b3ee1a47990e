package io.github.managedservice.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Deletes a directory with all that is in it, except mounted file systems. It deletes links and never follows them,
 * makes read-only directories writable, and goes on after a file that cannot be deleted.
 *
 * <p>The kernel knows mount points: it refuses to remove one because it is busy, and any other directory with content
 * because it is not empty (rmdir(2), EBUSY and ENOTEMPTY). So only a directory that was refused as not empty is
 * entered. The kernel is asked before a directory is opened, and again afterwards, because something may have been
 * mounted in between; a later mount hides the open directory, and does not change which one that is. Device numbers
 * would not do, because a bind mount may be of the same device, and a list of mounts is out of date as soon as it has
 * been read.
 */
public final class TreeDeletion {

    /**
     * How many directories are open at the same time, with two descriptors each; a tree may be deeper than their limit.
     */
    private static final int OPEN = 32;

    /** How often a directory is emptied while another process writes into it. */
    private static final int ROUNDS = 5;

    private final Path root;
    private final Leftovers leftovers = new Leftovers();

    /** From the root to the one that is being emptied. */
    private final List<OpenDirectory> entered = new ArrayList<>();

    private TreeDeletion(Path root) {
        this.root = root;
    }

    /**
     * Returns what is left, without the directories that hold it. If the path is a link, only the link is deleted; if
     * it does not exist, nothing is.
     */
    public static List<Leftover> delete(Path directory) {
        TreeDeletion deletion = new TreeDeletion(directory.toAbsolutePath());
        try {
            deletion.run();
        } finally {
            deletion.close();
        }
        return deletion.leftovers.all();
    }

    private void run() {
        enter(root, 1);
        while (!entered.isEmpty()) {
            Path next = last().nextDirectory();
            if (next == null) {
                leave();
            } else {
                enter(next, 1);
            }
        }
    }

    private OpenDirectory last() {
        return entered.get(entered.size() - 1);
    }

    /** Removes a directory if it is empty; otherwise enters it and deletes the files in it. */
    private void enter(Path name, int round) {
        try {
            if (remove(name)) {
                return;
            }
            if (round > ROUNDS) {
                throw new DirectoryNotEmptyException(name.toString());
            }
            DirectoryStream<Path> opened = open(name);
            if (opened instanceof SecureDirectoryStream<Path> stream) {
                enter(new OpenDirectory(name, round, stream));
            } else {
                opened.close();
                Files.walkFileTree(root, new VisitingDeletion(leftovers));
            }
        } catch (NoSuchFileException e) {
            // Another process has deleted it.
        } catch (IOException e) {
            keep(name, e);
        }
    }

    private void enter(OpenDirectory directory) throws IOException {
        if (isRemovedAfterAll(directory)) {
            return;
        }
        entered.add(directory);
        if (entered.size() > OPEN) {
            entered.get(entered.size() - 1 - OPEN).suspend();
        }
        try {
            for (Path entry : directory.entries()) {
                deleteFile(entry.getFileName());
            }
        } catch (DirectoryIteratorException e) {
            keep(Path.of(""), Objects.requireNonNull(e.getCause()));
        }
    }

    /** Fails if something was mounted on the directory before it was opened, because then that may be open instead. */
    private boolean isRemovedAfterAll(OpenDirectory directory) throws IOException {
        boolean isMeant = false;
        try {
            isMeant = !remove(directory.name());
            return !isMeant;
        } finally {
            if (!isMeant) {
                directory.close();
            }
        }
    }

    private void deleteFile(Path name) {
        try {
            last().delete(name);
        } catch (NoSuchFileException e) {
            // Another process has deleted it.
        } catch (IOException e) {
            keep(name, e);
        }
    }

    /** Goes back to the directory that holds this one, and removes this one. */
    private void leave() {
        OpenDirectory emptied = last();
        entered.remove(entered.size() - 1);
        try (emptied) {
            if (!entered.isEmpty()) {
                last().resumeFrom(emptied);
            }
        } catch (IOException e) {
            // There is no way back to the directories that hold it.
            keep(emptied.name(), e);
            close();
            return;
        }
        if (!emptied.keepsSomething()) {
            enter(emptied.name(), emptied.round() + 1);
        } else if (!entered.isEmpty()) {
            last().keepSomething();
        }
    }

    /** False if it is not empty. Fails if it is a mount point. */
    private boolean remove(Path name) throws IOException {
        if (!entered.isEmpty()) {
            return last().remove(name);
        }
        try {
            Files.delete(root);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    private DirectoryStream<Path> open(Path name) throws IOException {
        try {
            return entered.isEmpty() ? openRoot() : last().open(name);
        } catch (AccessDeniedException e) {
            // By its path: a directory that cannot be opened has no descriptor.
            Files.setPosixFilePermissions(path(name), OpenDirectory.WRITABLE);
            return entered.isEmpty() ? openRoot() : last().open(name);
        }
    }

    /** The path of the root may have become a link a moment ago, which would be followed. */
    @SuppressWarnings("StreamResourceLeak")
    private DirectoryStream<Path> openRoot() throws IOException {
        Object key = Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        DirectoryStream<Path> opened = Files.newDirectoryStream(root);
        if (opened instanceof SecureDirectoryStream<Path> directory && !key.equals(OpenDirectory.key(directory))) {
            opened.close();
            throw new IOException("it was replaced while it was being deleted");
        }
        return opened;
    }

    private void keep(Path name, IOException failure) {
        leftovers.add(path(name), failure);
        if (!entered.isEmpty()) {
            last().keepSomething();
        }
    }

    /** The path of an entry of the last directory. Made when needed, because in a deep tree it is long. */
    private Path path(Path name) {
        if (entered.isEmpty()) {
            return root;
        }
        Path path = root;
        for (OpenDirectory directory : entered.subList(1, entered.size())) {
            path = path.resolve(directory.name());
        }
        return path.resolve(name);
    }

    private void close() {
        entered.forEach(OpenDirectory::close);
        entered.clear();
    }
}
