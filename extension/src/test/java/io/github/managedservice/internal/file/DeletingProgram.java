package io.github.managedservice.internal.file;

import java.nio.file.Path;

/** Deletes a directory as a process of its own, with other mounts or fewer rights than the tests have. */
final class DeletingProgram {

    private DeletingProgram() {}

    /** Prints what is left. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        for (Leftover leftover : TreeDeletion.delete(directory)) {
            System.out.println(directory.relativize(leftover.path()) + ": " + leftover.reason());
        }
    }
}
