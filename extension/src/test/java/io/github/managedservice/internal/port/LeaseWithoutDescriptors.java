package io.github.managedservice.internal.port;

import io.github.managedservice.AllDescriptors;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A JVM that has no file descriptor left when it leases its first port, and has some later. */
final class LeaseWithoutDescriptors {

    private LeaseWithoutDescriptors() {}

    /** Prints what comes of claiming a port without descriptors, of leasing any, and of claiming that port with them. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        loadClasses();
        AllDescriptors all = AllDescriptors.take();
        String claimed = outcome(() -> PortLease.claim(port));
        String leased = outcome(PortLease::lease);
        all.close();
        System.out.println("Without: " + claimed);
        System.out.println("Without: " + leased);
        System.out.println("With: " + outcome(() -> PortLease.claim(port)));
        System.out.println("Addresses: " + LocalAddress.all().size());
        System.out.println("Whole network: " + LockAddresses.ofThisMachine().wholeNetwork());
    }

    /** Without initializing them: to load a class from a folder takes a descriptor, and so do the JDK's libraries. */
    private static void loadClasses() throws Exception {
        SocketChannel.open().close();
        DatagramChannel.open().close();
        for (String name : List.of(
                "CandidatePorts",
                "Decision",
                "Decision$Question",
                "LeaseLock",
                "LocalAddress",
                "LockAddresses",
                "PortLease",
                "PortSet",
                "PortUse")) {
            Class.forName(
                    LeaseWithoutDescriptors.class.getPackageName() + '.' + name,
                    false,
                    LeaseWithoutDescriptors.class.getClassLoader());
        }
    }

    private static String outcome(Decision.Question<PortLease> lease) {
        try {
            return "leased " + lease.ask().port();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
