package io.github.managedservice.internal.declaration;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** A placeholder of the form {@code SERVICE.rest}. */
public record PeerReference(String service, String rest) {

    /** Reads a placeholder; a name may itself hold dots, so the longest that fits is meant. */
    public static Optional<PeerReference> of(String placeholder, Set<String> services) {
        return services.stream()
                .filter(service -> placeholder.startsWith(service + "."))
                .max(Comparator.comparingInt(String::length))
                .map(service -> new PeerReference(service, placeholder.substring(service.length() + 1)));
    }
}
