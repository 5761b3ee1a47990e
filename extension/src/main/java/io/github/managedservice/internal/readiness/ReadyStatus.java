package io.github.managedservice.internal.readiness;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The HTTP statuses that mean ready.
 *
 * @param wanted each of them; empty for those from 200 to 399
 */
public record ReadyStatus(List<Integer> wanted) {

    /** Success, or a redirect. */
    public static final ReadyStatus USUAL = new ReadyStatus(List.of());

    /** Copies the list. */
    public ReadyStatus {
        wanted = List.copyOf(wanted);
    }

    /** Whether an answer with this status means ready. */
    boolean includes(int status) {
        return wanted.isEmpty() ? status >= 200 && status < 400 : wanted.contains(status);
    }

    /** Says what another answer should have been, as the end of a sentence; nothing where that goes without saying. */
    String insteadOf() {
        return wanted.isEmpty()
                ? ""
                : wanted.stream().map(String::valueOf).collect(Collectors.joining(" or ", " instead of ", ""));
    }
}
