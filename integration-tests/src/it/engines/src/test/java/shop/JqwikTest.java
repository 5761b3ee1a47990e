package shop;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Of an engine that knows no Jupiter extensions. */
class JqwikTest {

    private static RunningService shop;

    @BeforeContainer
    static void open() {
        shop = ServiceLauncher.start(ServiceSpec.builder(
                        "${java}",
                        "-cp",
                        "${classpath}",
                        "io.github.managedservice.integration.shop.Shop",
                        "${port}",
                        "jqwik",
                        "${sys.journal}")
                .build());
    }

    @Property(tries = 5)
    boolean has_the_shop(@ForAll @IntRange(min = 1, max = 9) int customers) {
        return shop.isRunning();
    }

    @AfterContainer
    static void close() {
        shop.close();
    }
}
