package io.github.managedservice;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the class to which a test belongs, whatever is between them. */
final class TestClassContext {

    private TestClassContext() {}

    /** That of the class around all others, which JUnit knows before it runs anything. */
    static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext outermost = context;
        Optional<ExtensionContext> parent = context.getParent();
        while (parent.isPresent() && parent.get().getTestClass().isPresent()) {
            outermost = parent.get();
            parent = outermost.getParent();
        }
        return outermost;
    }
}
