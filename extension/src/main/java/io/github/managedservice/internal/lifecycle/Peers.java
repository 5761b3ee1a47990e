package io.github.managedservice.internal.lifecycle;

import java.util.Optional;
import java.util.Set;

/** The other services that placeholders may mention. */
public interface Peers {

    /** Their names. */
    Set<String> names();

    /** One that has been started. */
    Optional<VisibleService> find(String name);

    /** Nobody else. */
    static Peers none() {
        return new Peers() {
            @Override
            public Set<String> names() {
                return Set.of();
            }

            @Override
            public Optional<VisibleService> find(String name) {
                return Optional.empty();
            }
        };
    }
}
