package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** One shop for all invocations. */
@ParameterizedClass
@ValueSource(ints = {1, 2})
@ManagedService(
        name = "parameterized",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "${sys.build}.parameterized",
            "${sys.journal}"
        })
record ParameterizedClassTest(
        int number,
        @ServicePort int port,
        @ServiceValue("${host}:${port}") String address,
        @InjectService("parameterized") RunningService named) {

    @Test
    void has_the_shop(RunningService shop) {
        assertTrue(shop.isRunning());
        assertEquals(shop.port(), port);
        assertEquals("127.0.0.1:" + port, address);
        assertSame(shop, named);
    }
}
