package io.github.managedservice.failures;

import io.github.managedservice.ExecutableFile;
import io.github.managedservice.internal.lifecycle.Talker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The directory with files that something is wrong with. */
final class FailurePlaces {

    private static final Path ROOT = Path.of("target/failures");

    /** Offset of the major version in a class file (JVMS, section 4.1), and a Java that is not out yet. */
    private static final int MAJOR_VERSION = 7;

    private static final byte NEWER = 99;

    private FailurePlaces() {}

    static void prepare() throws IOException {
        executable("bin/redis-server", "#!/bin/sh\n");
        executable("bin/order server", "#!/bin/sh\n");
        executable("bin/python3", "#!/bin/sh\nexec sleep 60\n");
        executable("no-shebang.sh", "exit\n");
        executable("missing-interpreter.py", "#!/usr/local/bin/python4\n");
        executable("node-script.js", "#!/usr/bin/env node99\n");
        executable("windows.sh", "#!/bin/sh\r\necho ready\r\n");
        Files.writeString(ROOT.resolve("not-executable.sh"), "#!/bin/sh\n");

        String other = Files.readString(Path.of("/bin/true"), StandardCharsets.ISO_8859_1)
                .replaceFirst("/lib(64)?/ld-linux", "/lob$1/ld-linux");
        executable("other-loader", other.getBytes(StandardCharsets.ISO_8859_1));

        Files.writeString(ROOT.resolve("broker.txt"), "FATAL: cluster id differs\n");
        Files.writeString(ROOT.resolve("proxy.txt"), """
            Processing Configuration File: /etc/proxy/proxy.conf
            FATAL: Cannot open '/dev/stdout' for writing.
                The parent directory must be writeable by the user 'proxy'.
            Proxy (Version 5.7): Terminated abnormally.
            Maximum Resident Size: 59232 KB
            Removing PID file (/run/proxy.pid)
            """);
        Files.deleteIfExists(ROOT.resolve("been-here"));

        copyClass("classes", BrokenProgram.class);
        copyClass("classes", HttpProgram.class);
        copyClass("classes", Talker.class);
        copyClass("classes", DeadlockedProgram.class);
        Path newer = copyClass("newer", BrokenProgram.class);
        byte[] content = Files.readAllBytes(newer);
        content[MAJOR_VERSION] = NEWER;
        Files.write(newer, content);
    }

    private static Path copyClass(String directory, Class<?> program) throws IOException {
        String name = program.getName().replace('.', '/') + ".class";
        Path target = ROOT.resolve(directory).resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in =
                Objects.requireNonNull(FailurePlaces.class.getClassLoader().getResourceAsStream(name))) {
            Files.write(target, in.readAllBytes());
        }
        return target;
    }

    private static void executable(String name, String text) throws IOException {
        executable(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void executable(String name, byte[] content) throws IOException {
        Path file = ROOT.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        ExecutableFile.write(file, content);
    }
}
