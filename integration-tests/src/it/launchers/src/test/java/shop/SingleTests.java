package shop;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.PrintWriter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test, and then one test that was found before, as an IDE does. */
final class SingleTests {

    private SingleTests() {}

    public static void main(String[] arguments) {
        run(selectMethod("shop.ShopTest#has_its_shops(io.github.managedservice.service.RunningService,"
                + "io.github.managedservice.service.RunningService)"));
        run(selectUniqueId("[engine:junit-jupiter]/[class:shop.ShopTest]/[nested-class:Inside]"
                + "/[method:has_its_shops(io.github.managedservice.service.RunningService,"
                + " io.github.managedservice.service.RunningService)]"));
    }

    private static void run(DiscoverySelector test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();

        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(test)
                                .build(),
                        listener);

        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true));
        if (summary.getTestsSucceededCount() != 1 || summary.getTotalFailureCount() != 0) {
            throw new AssertionError(test + ": " + summary.getTestsSucceededCount() + " tests have passed, not one");
        }
    }
}
