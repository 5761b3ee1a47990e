package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServiceValue;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The same application without its jar, configured by variables. */
@ManagedService(
        name = "shop",
        command = {"${java}", "-cp", "${classpath}", "shop.Application"},
        env = {"SERVER_PORT=${port}", "SPRING_DATASOURCE_URL=jdbc:postgresql://${host}:5432/shop"},
        readyPattern = "Started Application",
        timeout = 60)
class ClassesIT {

    @Test
    void is_healthy(@ServiceValue("http://${host}:${port}/actuator/health") URI health) throws Exception {
        assertEquals(200, ((HttpURLConnection) health.toURL().openConnection()).getResponseCode());
    }
}
