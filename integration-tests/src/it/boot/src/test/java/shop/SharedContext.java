package shop;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.springframework.context.ApplicationContext;

/** The context of the first class that has the shared service. */
final class SharedContext {

    private static ApplicationContext first;

    private SharedContext() {}

    static void require(ApplicationContext context) {
        if (first == null) {
            first = context;
        }
        assertSame(first, context);
    }
}
