package io.github.managedservice.guarantee;

import java.util.ArrayList;
import java.util.List;

/** A user without rights, whom root can act as. */
final class PlainUser {

    /** "nobody" on most machines; it needs no entry anywhere. */
    static final String ID = "65534";

    private PlainUser() {}

    /** The command as this user runs it. */
    static List<String> running(List<String> command) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid", ID, "--regid", ID, "--clear-groups"));
        words.addAll(command);
        return words;
    }
}
