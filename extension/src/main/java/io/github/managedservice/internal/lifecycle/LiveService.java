package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.RunningService;
import java.net.URI;

/** A service that others can mention by name. We may have started it or not. */
public interface LiveService extends RunningService {

    Placeholders placeholders();

    /** Where in its log the present process began. */
    long logStart();

    /** Hides its secrets. */
    SecretMask mask();

    /** A stopped service does not start again. */
    boolean isStopped();

    @Override
    default URI uri(String scheme) {
        return URI.create(scheme + "://" + host() + ":" + port());
    }

    @Override
    default String value(String template) {
        return placeholders().fill(Template.parse(template));
    }
}
