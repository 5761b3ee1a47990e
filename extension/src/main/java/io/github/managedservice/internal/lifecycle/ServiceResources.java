package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.declaration.ProcessValues;
import io.github.managedservice.internal.file.Leftover;
import io.github.managedservice.internal.lifecycle.Placeholders.Whereabouts;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.os.ListeningSocket;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.PortOwner;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a service keeps over all its restarts: ports, temporary directory, log. */
final class ServiceResources implements Whereabouts {

    private final Optional<TempDirectory> tempDir;
    private final Optional<DebugPort> debugPort;
    private final Optional<TempDirectory> classPathDir;
    private final OutputLog log;
    private final Supplier<SecretMask> mask;
    private volatile LeasedPorts ports;
    private volatile @Nullable LogForwarding forwarding;

    private ServiceResources(
            LeasedPorts ports,
            Optional<TempDirectory> tempDir,
            Optional<DebugPort> debugPort,
            Optional<TempDirectory> classPathDir,
            OutputLog log,
            Supplier<SecretMask> mask) {
        this.ports = ports;
        this.tempDir = tempDir;
        this.debugPort = debugPort;
        this.classPathDir = classPathDir;
        this.log = log;
        this.mask = mask;
    }

    static ServiceResources claim(Declaration spec, Path logFile, Supplier<SecretMask> mask, Switches switches) {
        Optional<LeasedPorts> ports = Optional.empty();
        Optional<DebugPort> debugPort = Optional.empty();
        Optional<TempDirectory> tempDir = Optional.empty();
        Optional<TempDirectory> classPathDir = Optional.empty();
        try {
            ports = Optional.of(ports(spec, logFile, mask));
            debugPort = DebugPort.claim(spec, logFile, switches);
            if (spec.usesTempDir()) {
                tempDir = Optional.of(TempDirectory.create(spec.name()));
            }
            if (spec.uses(PlaceholderNames.CLASS_PATH) && ClassPathJar.isNeeded(ProcessValues.classPath())) {
                classPathDir = Optional.of(TempDirectory.create(spec.name()));
                ClassPathJar.write(ProcessValues.classPath(), classPathDir.get().path());
            }
            return new ServiceResources(ports.get(), tempDir, debugPort, classPathDir, openLog(spec, logFile), mask);
        } catch (Throwable e) {
            giveBack(ports, debugPort, tempDir, classPathDir);
            throw FailureReport.noResources(spec.name(), logFile, e);
        }
    }

    /** Returns what is left of the directories. */
    private static List<Leftover> giveBack(
            Optional<LeasedPorts> ports,
            Optional<DebugPort> debugPort,
            Optional<TempDirectory> tempDir,
            Optional<TempDirectory> classPathDir) {
        try {
            if (ports.isPresent()) {
                ports.get().close();
            }
        } finally {
            if (debugPort.isPresent()) {
                debugPort.get().close();
            }
        }
        List<Leftover> left = new ArrayList<>();
        if (tempDir.isPresent()) {
            left.addAll(tempDir.get().delete());
        }
        if (classPathDir.isPresent()) {
            left.addAll(classPathDir.get().delete());
        }
        return left;
    }

    static OutputLog openLog(Declaration spec, Path logFile) {
        try {
            return open(spec.name(), logFile);
        } catch (IOException e) {
            throw FailureReport.noResources(spec.name(), logFile, Shortage.reason(e));
        }
    }

    /** Tests run even where the build folder cannot be written. */
    private static OutputLog open(String service, Path wanted) throws IOException {
        try {
            return OutputLog.open(wanted);
        } catch (IOException e) {
            OutputLog elsewhere = OutputLog.open(LogFiles.temporary(wanted));
            LibraryLog.warn("The log of service '" + service + "' cannot be written to '" + wanted + "' (" + e
                    + "); it is in '" + elsewhere.file() + "'");
            return elsewhere;
        }
    }

    private static LeasedPorts ports(Declaration spec, Path log, Supplier<SecretMask> mask) {
        try {
            return LeasedPorts.lease(spec);
        } catch (IOException e) {
            String holders = PortOwner.of(spec.fixedPort()).stream()
                    .map(owner -> "; it is held by pid " + owner.pid() + " ("
                            + VisibleText.line(mask.get().text(owner.command())) + "), " + Durations.text(owner.age())
                            + " old")
                    .collect(Collectors.joining());
            String lastUse = ListeningSocket.isBlockedByLastUse(spec.fixedPort())
                    ? "; it has connections of its last use in TIME_WAIT for up to 60 s, and the server of that did"
                            + " not set SO_REUSEADDR"
                    : "";
            throw FailureReport.noResources(spec.name(), log, Shortage.reason(e, e.getMessage() + holders + lastUse));
        }
    }

    LeasedPorts ports() {
        return ports;
    }

    @Override
    public String host() {
        return PlaceholderNames.LOOPBACK;
    }

    @Override
    public Optional<Integer> port(String name) {
        return ports.find(name);
    }

    @Override
    public Optional<Path> tempDir() {
        return tempDir.isPresent() ? Optional.of(tempDir.get().path()) : Optional.empty();
    }

    @Override
    public String classPath() {
        return classPathDir.isPresent()
                ? ClassPathJar.in(classPathDir.get().path()).toString()
                : ProcessValues.classPath();
    }

    Optional<DebugPort> debugPort() {
        return debugPort;
    }

    OutputLog log() {
        return log;
    }

    /** Gives the lines of the log to the logger too, from here on until the end. */
    void forward(String service, long from, SecretMask shown) {
        if (forwarding == null) {
            forwarding = LogForwarding.start(service, log, from, shown);
        }
    }

    void changePorts(Declaration spec) {
        // A fixed one among them can only be claimed again once it is given back.
        ports.close();
        ports = ports(spec, log.file(), mask);
    }

    /** A cleaner may have deleted the temporary directory. */
    void restoreTempDir(Declaration spec) {
        try {
            if (tempDir.isPresent()) {
                tempDir.get().restore();
            }
        } catch (IOException e) {
            throw FailureReport.noResources(spec.name(), log.file(), e.toString());
        }
    }

    /** The log file stays. Returns what is left of the directories. */
    List<Leftover> close() {
        try (log) {
            if (forwarding != null) {
                forwarding.close();
            }
            return giveBack(Optional.of(ports), debugPort, tempDir, classPathDir);
        }
    }
}
