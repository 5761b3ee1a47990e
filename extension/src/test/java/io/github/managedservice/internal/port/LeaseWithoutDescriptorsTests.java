package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LeaseWithoutDescriptorsTests {

    /** It would be alone with another kind of lock, and share a port with everybody who has the usual one. */
    @Test
    void a_jvm_that_could_not_find_out_how_to_lock_ports_asks_again() throws Exception {
        try (PortLease held = PortLease.lease()) {
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n 60; exec \"$@\"", "limited"));
            command.addAll(
                    JavaCommand.of(JavaCommand.QUICK, LeaseWithoutDescriptors.class, Integer.toString(held.port())));

            Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(printed.lines().toList())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("Without: ").endsWith("Too many open files"),
                            line -> assertThat(line).startsWith("Without: ").endsWith("(Too many open files)"),
                            line -> assertThat(line)
                                    .isEqualTo("With: Port " + held.port()
                                            + " is leased by another test run on this machine"),
                            line -> assertThat(line)
                                    .isEqualTo(
                                            "Addresses: " + LocalAddress.all().size()),
                            line -> assertThat(line)
                                    .isEqualTo("Whole network: "
                                            + LockAddresses.ofThisMachine().wholeNetwork()));
        }
    }
}
