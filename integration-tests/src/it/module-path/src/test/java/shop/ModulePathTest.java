package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "shop",
        command = {"${java}", "-cp", "${classpath}", "shop.Shop", "${port}"})
class ModulePathTest {

    @ServicePort
    private static int port;

    @ServiceValue("${host}:${shop.port}")
    private String address;

    private final RunningService constructed;

    ModulePathTest(RunningService service) {
        constructed = service;
    }

    @Test
    void runs_on_the_module_path() {
        assertEquals("shop", getClass().getModule().getName());
        assertEquals("io.github.managedservice", ManagedService.class.getModule().getName());
    }

    @Test
    void has_its_service_in_parameters_and_private_fields(@InjectService("shop") RunningService service) {
        assertTrue(service.isRunning());
        assertEquals(constructed.pid(), service.pid());
        assertEquals(service.port(), port);
        assertEquals("127.0.0.1:" + port, address);
    }
}
