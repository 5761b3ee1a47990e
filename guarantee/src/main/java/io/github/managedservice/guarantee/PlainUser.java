package io.github.managedservice.guarantee;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user without rights, whom root can act as. */
final class PlainUser {

    /** "nobody" on most machines; it needs no entry anywhere. */
    static final String ID = "65534";

    /** The temporary directory, which on most machines everybody can enter. */
    static final Path OPEN = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();

    private PlainUser() {}

    /** The usual place, or another where that is in a home closed to other users. */
    static Path place(Path usual) {
        return refusal("test", "-x", usual.toString()).isEmpty() ? usual : OPEN;
    }

    /** Why this user cannot run a command; empty if it can. */
    static Optional<String> refusal(String... command) {
        return Need.refusal(running(List.of(command)));
    }

    /** The command as this user runs it. */
    static List<String> running(List<String> command) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid", ID, "--regid", ID, "--clear-groups"));
        words.addAll(command);
        return words;
    }
}
