package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.process.WorkingDirectory;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Starts services in a JVM whose locale has neither its directory nor its environment, and prints what came of it. */
final class ForeignLocale {

    private static final Set<String> HERE = variables(here());

    private ForeignLocale() {}

    public static void main(String[] arguments) throws IOException {
        seenBy("inherited", ServiceSpec.builder("svc/cat", "/proc/self/environ", "svc/end", "svc/pipe"));
        seenBy(
                "below",
                ServiceSpec.builder("./cat", "/proc/self/environ", "end", "pipe")
                        .directory("svc"));
        System.out.println("guard: " + changes(stopCommandOfGuard()));
        fail("argument", ServiceSpec.builder("sleep", "1", "pr\u00fcf"));
        fail("variable", ServiceSpec.builder("sleep", "1000").env("CITY=K\u00f6ln"));
        fail("directory", ServiceSpec.builder("sleep", "1000").directory("svc/pr\u00fcf"));
        fail("program", ServiceSpec.builder("svc/pr\u00fcf"));
        fail("probe", ServiceSpec.builder("sleep", "1000").readyCommand("true", "\u20ac"));
        fail("prober", ServiceSpec.builder("sleep", "1000").readyCommand("svc/pr\u00fcf"));
        fail("stopper", ServiceSpec.builder("sleep", "1000").stopCommand("svc/\u65e5\u672c/stop"));
        fail("stop", ServiceSpec.builder("sleep", "1000").stopCommand("true", "\ud83d\ude00"));
        fail("copied", ServiceSpec.builder("sleep", "1000").env("COPY=${env.AUTHOR}"));
    }

    private static RunningService start(String name, ServiceSpec.Builder spec) {
        return ServiceLauncher.start(spec.name(name).build());
    }

    private static void seenBy(String name, ServiceSpec.Builder spec) throws IOException {
        try (RunningService service = start(name, spec.readyPattern("^end$"))) {
            String log = Files.readString(service.log().file(), StandardCharsets.ISO_8859_1);
            System.out.println(name + ": " + changes(log.substring(0, log.length() - "\nend\n".length())));
        }
    }

    private static void fail(String name, ServiceSpec.Builder spec) {
        try (RunningService service = start(name, spec)) {
            System.out.println("Service '" + name + "' is process " + service.pid());
        } catch (ServiceStartException e) {
            String headline = String.valueOf(e.getMessage()).lines().findFirst().orElseThrow();
            headline.codePoints()
                    .mapToObj(c -> c < 0x80 ? Character.toString(c) : "U+%04X".formatted(c))
                    .forEach(System.out::print);
            System.out.println();
        }
    }

    /** What the guard's script does with it, whose own environment is next to nothing. */
    private static String stopCommandOfGuard() throws IOException {
        StopCommand stop = new StopCommand(
                List.of("/usr/bin/env", "-0"), WorkingDirectory.path(), System.getenv(), Duration.ofSeconds(1));
        String orders = GuardedService.expected(MarkNumbers.newMark(), Optional.of(stop))
                .expect();
        String text = orders.split("\n", -1)[1].split(" ", 4)[3];
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh").directory(new File("/")).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        Process shell = builder.start();
        try (OutputStream script = shell.getOutputStream()) {
            script.write(("managed_service_newline='\n'\n" + text + '\n').getBytes(NativeText.CHARSET));
        }
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String changes(String environ) {
        Set<String> there = variables(environ);
        Set<String> lost = new TreeSet<>(HERE);
        lost.removeAll(there);
        there.removeAll(HERE);
        there.removeIf(variable -> variable.startsWith("MANAGED_SERVICE_MARK="));
        return "lost " + lost + ", added " + there;
    }

    private static String here() {
        try {
            return Files.readString(Path.of("/proc/self/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> variables(String environ) {
        return new TreeSet<>(Arrays.asList(environ.split("\0", -1)));
    }
}
