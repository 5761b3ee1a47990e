package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Of {@code managedservice.NAME.debug}. */
@ExtendWith({LibraryLog.class, DebuggedTest.Debugger.class})
@ManagedService(
        name = "debugged",
        command = {"${java}", "-cp", "${classpath}", "shop.Shop"},
        readyPattern = "^ready")
class DebuggedTest {

    /** Attaches while the service is waited for. */
    static final class Debugger implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            Thread debugger = new Thread(Debugger::attach, "debugger");
            debugger.setDaemon(true);
            debugger.start();
        }

        private static void attach() {
            try {
                String port = LibraryLog.await("'debugged' waits for a debugger at 127\\.0\\.0\\.1:(\\d+)");
                AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
                Map<String, Connector.Argument> arguments = connector.defaultArguments();
                arguments.get("hostname").setValue("127.0.0.1");
                arguments.get("port").setValue(port);
                while (true) {
                    try {
                        connector.attach(arguments).resume();
                        return;
                    } catch (java.net.ConnectException e) {
                        Thread.sleep(50);
                    }
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void goes_on_when_the_debugger_is_there(RunningService debugged) {
        assertTrue(debugged.isRunning());
    }
}
