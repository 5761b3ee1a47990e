package io.github.managedservice.guarantee.run;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells the harness that the service is about to start. */
final class Announcement implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        RoundFiles.ready();
    }
}
