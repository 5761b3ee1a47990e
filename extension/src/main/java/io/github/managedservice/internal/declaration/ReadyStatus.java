package io.github.managedservice.internal.declaration;

import java.util.List;
import java.util.stream.Collectors;

/** The HTTP statuses that mean ready: those wanted, or 200 to 399 if that list is empty. */
public record ReadyStatus(List<Integer> wanted) {

    public static final ReadyStatus USUAL = new ReadyStatus(List.of());

    public ReadyStatus {
        wanted = List.copyOf(wanted);
    }

    public boolean includes(int status) {
        return wanted.isEmpty() ? status >= 200 && status < 400 : wanted.contains(status);
    }

    /** Says what another answer should have been, as the end of a sentence; empty for the usual statuses. */
    public String insteadOf() {
        return wanted.isEmpty()
                ? ""
                : wanted.stream().map(String::valueOf).collect(Collectors.joining(" or ", " instead of ", ""));
    }
}
