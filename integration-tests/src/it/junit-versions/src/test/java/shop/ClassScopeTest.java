package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "class",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "${sys.build}.class",
            "${sys.journal}"
        })
class ClassScopeTest {

    private static int portOfClass;

    @BeforeAll
    static void remember(@ServicePort int port) {
        portOfClass = port;
    }

    @Test
    void reaches_the_shop(@ServicePort int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    @Nested
    class Inside {

        @Test
        void has_the_same_shop(@ServicePort int port) {
            assertEquals(portOfClass, port);
        }
    }
}
