package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Of {@code managedservice.NAME.external}. */
@ExtendWith(StockTest.Instance.class)
@ManagedService(
        name = "stock",
        command = {"/no/such/program", "${port}"})
class StockTest {

    private static ServerSocket instance;

    /** Runs before the service would. */
    static final class Instance implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            instance = new ServerSocket(Integer.getInteger("stock.port"), 50, InetAddress.getByName("127.0.0.77"));
        }
    }

    @Test
    void uses_what_runs_already(RunningService stock) throws IOException {
        assertEquals("127.0.0.77", stock.host());
        assertEquals(instance.getLocalPort(), stock.port());
        new Socket(stock.host(), stock.port()).close();
    }

    @AfterAll
    static void end_it() throws IOException {
        instance.close();
    }
}
