package shop

import io.github.managedservice.ManagedServiceExtension
import io.github.managedservice.service.Readiness
import io.github.managedservice.service.ServiceSpec
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class RegisteredShopTest {
    @JvmField
    @RegisterExtension
    val own: ManagedServiceExtension = shop("method")

    @Test
    fun `has its shops`() {
        assertTrue(shared.service().isRunning)
        assertTrue(own.service().isRunning)
    }

    @Test
    fun `has another one of its own`() {
        assertTrue(shared.service().isRunning)
        assertTrue(own.service().isRunning)
    }

    companion object {
        @JvmField
        @RegisterExtension
        val shared: ManagedServiceExtension = shop("class")

        private fun shop(name: String) =
            ManagedServiceExtension.of(
                ServiceSpec
                    .builder(
                        "\${java}",
                        "-cp",
                        "\${classpath}",
                        "io.github.managedservice.integration.shop.Shop",
                        "\${port}",
                        name,
                        "\${sys.journal}",
                    ).name(name)
                    .readyWhen(Readiness.line("^open"))
                    .build(),
            )
    }
}
