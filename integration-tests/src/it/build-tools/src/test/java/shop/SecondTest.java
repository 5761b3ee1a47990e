package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.ServicePort;
import io.github.managedservice.service.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Names the services: neither Gradle nor sbt keeps the names of parameters. */
@SharedShop
@ManagedService(
        name = "method",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "method",
            "${sys.journal}"
        },
        scope = Scope.METHOD)
class SecondTest {

    @Test
    void has_the_shop(@InjectService("session") RunningService session) {
        assertTrue(session.isRunning());
    }

    @Test
    void reaches_a_shop_of_its_own(@ServicePort("method") int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}
