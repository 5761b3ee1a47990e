package io.github.managedservice.internal.port;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.managedservice.UnleasedPort;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortExclusionTests {

    private static final List<String> IPV4_ONLY = List.of("-Djava.net.preferIPv4Stack=true");

    @Test
    void eight_processes_that_lease_at_once_never_get_the_same_port_though_a_thief_takes_some() throws Exception {
        List<LeasingJvm> leasing = new ArrayList<>();
        try (Thief thief = Thief.start()) {
            for (int number = 0; number < 8; number++) {
                leasing.add(LeasingJvm.start("lease", "100"));
            }
            for (LeasingJvm jvm : leasing) {
                assertThat(jvm.line()).isEqualTo("waiting");
            }

            for (LeasingJvm jvm : leasing) {
                jvm.go();
            }

            List<String> ports = new ArrayList<>();
            for (LeasingJvm jvm : leasing) {
                ports.addAll(List.of(jvm.line().split(" ", -1)));
            }
            assertThat(ports).hasSize(800).doesNotHaveDuplicates();
            assertThat(thief.taken()).isPositive();
        } finally {
            for (LeasingJvm jvm : leasing) {
                jvm.close();
            }
        }
    }

    @Test
    void the_port_of_a_killed_process_is_free() throws Exception {
        int port = UnleasedPort.find();
        try (LeasingJvm holder = LeasingJvm.start("claim", "" + port)) {
            assertThat(holder.line()).isEqualTo("claimed");
            assertThatIOException()
                    .isThrownBy(() -> PortLease.claim(port))
                    .withMessage("Port " + port + " is leased by another test run on this machine");

            holder.kill();

            PortLease.claim(port).close();
        }
    }

    @Test
    void a_child_of_the_holder_does_not_hold_the_port() throws Exception {
        int port = UnleasedPort.find();
        ProcessHandle child;
        try (LeasingJvm holder = LeasingJvm.start("parent", "" + port)) {
            assertThat(holder.line()).isEqualTo("claimed");
            child = ProcessHandle.of(Long.parseLong(holder.line())).orElseThrow();

            holder.kill();

            PortLease.claim(port).close();
            assertThat(child.isAlive()).isTrue();
        }
        child.onExit().get(10, SECONDS);
    }

    @Test
    void a_copy_of_the_class_in_another_class_loader_is_excluded() throws Exception {
        URL classes = PortLease.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
                PortLease lease = PortLease.lease()) {
            Class<?> copy = loader.loadClass(PortLease.class.getName());
            Method claim = copy.getMethod("claim", int.class);
            assertThat(copy).isNotSameAs(PortLease.class);

            assertThatIOException()
                    .isThrownBy(() -> invoke(claim, lease.port()))
                    .withMessage("Port " + lease.port() + " is leased by another test run on this machine");
        }
    }

    @Test
    void a_process_without_ipv6_is_excluded() throws Exception {
        try (PortLease lease = PortLease.lease();
                LeasingJvm other = LeasingJvm.start(IPV4_ONLY, "claim", "" + lease.port())) {

            String answer = other.line();

            assertThat(answer).isEqualTo("Port " + lease.port() + " is leased by another test run on this machine");
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void a_process_without_ipv6_sees_an_ipv6_listener() throws Exception {
        assumeThat(LocalAddress.all())
                .as("addresses of IPv6 among those of this machine")
                .anyMatch(LocalAddress::isIpv6);
        try (Listener stranger = Listener.on("::1");
                LeasingJvm other = LeasingJvm.start(IPV4_ONLY, "claim", "" + stranger.port())) {

            String answer = other.line();

            assertThat(answer)
                    .isEqualTo("Port " + stranger.port() + " is taken on an IPv6 address: there is a listener");
        }
    }

    private static void invoke(Method claim, int port) throws Exception {
        try {
            claim.invoke(null, port);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getTargetException();
        }
    }
}
