package shop;

import static org.junit.Assert.assertTrue;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Of JUnit 4. */
public class VintageTest {

    private static RunningService shop;

    @BeforeClass
    public static void open() {
        shop = ServiceLauncher.start(ServiceSpec.builder(
                        "${java}",
                        "-cp",
                        "${classpath}",
                        "io.github.managedservice.integration.shop.Shop",
                        "${port}",
                        "vintage",
                        "${sys.journal}")
                .build());
    }

    @Test
    public void has_the_shop() {
        assertTrue(shop.isRunning());
    }

    @AfterClass
    public static void close() {
        shop.close();
    }
}
