package shop

import io.github.managedservice.InjectService
import io.github.managedservice.ManagedService
import io.github.managedservice.ServicePort
import io.github.managedservice.ServiceValue
import io.github.managedservice.service.RunningService
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import java.net.InetAddress
import java.net.Socket
import java.net.URI

@ManagedService(
    name = "shop",
    command = [
        "\${java}", "-cp", "\${classpath}", "io.github.managedservice.integration.shop.Shop",
        "\${port}", "annotated", "\${sys.journal}",
    ],
)
class AnnotatedShopTest {
    @InjectService
    private lateinit var service: RunningService

    @ServiceValue("http://\${host}:\${shop.port}/")
    private lateinit var address: URI

    @Test
    fun `reaches the shop`(@ServicePort port: Int) {
        Socket(InetAddress.getLoopbackAddress(), port).close()

        assertEquals(port, service.port())
        assertEquals(port, address.port)
        assertEquals(port, portOfClass)
    }

    @Nested
    inner class Inside {
        @Test
        fun `has the same shop`(shop: RunningService) {
            assertEquals(service.pid(), shop.pid())
        }
    }

    companion object {
        @JvmStatic
        @ServicePort
        private var portOfClass: Int = 0
    }
}
