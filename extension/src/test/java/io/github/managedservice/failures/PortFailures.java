package io.github.managedservice.failures;

import io.github.managedservice.ManagedService;

/**
 * Another program has the port.
 *
 * <p>A service without a fixed port is started up to three times in all, each time on another port. Only then does it fail.
 */
final class PortFailures {

    private PortFailures() {}

    /** It prints that its port is taken. */
    @ManagedService(
            name = "holder",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "${port}",
                "200 OK",
                "fine"
            })
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo \"bind: 127.0.0.1:$1: Address already in use\"; exit 1", "sh", "${holder.port}"
            },
            readyPattern = "Started")
    static class PortTaken extends OneTest {}

    /** Another process answers in its place. */
    @ManagedService(
            name = "old-shop",
            command = {
                "${java}",
                "-cp",
                "target/failures/classes",
                "io.github.managedservice.failures.HttpProgram",
                "127.0.0.1",
                "${port}",
                "200 OK",
                "fine"
            })
    @ManagedService(name = "shop", command = "sleep 60", readyUrl = "http://127.0.0.1:${old-shop.port}/health")
    static class StrangerAnswers extends OneTest {}
}
