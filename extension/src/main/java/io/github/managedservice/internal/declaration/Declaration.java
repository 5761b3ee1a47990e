package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.declaration.PlaceholderNames.Holder;
import io.github.managedservice.internal.declaration.PlaceholderNames.Known;
import io.github.managedservice.internal.declaration.PlaceholderNames.PeerReference;
import io.github.managedservice.internal.declaration.PlaceholderNames.Row;
import io.github.managedservice.internal.text.NearestName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What was declared of one service, read. The name is empty only after a mistake; a fixed port of 0 means a leased one;
 * late texts are filled while the service becomes ready, or afterwards.
 */
@SuppressWarnings("exports")
public record Declaration(
        String name,
        List<Template> command,
        Map<String, Template> env,
        Optional<Template> directory,
        int fixedPort,
        Optional<Pattern> failurePattern,
        Duration timeout,
        List<String> dependsOn,
        Optional<Condition> condition,
        Map<String, Template> systemProperties,
        String stopSignal,
        List<Template> stopCommand,
        Duration stopTimeout,
        List<DeclaredText> launchTexts,
        List<DeclaredText> lateTexts) {

    public static final String TO_HAVE_A_PORT =
            "use '${port}' in its declaration, or have the ready pattern capture the port that it prints, as 'port"
                    + " (?<port>\\\\d+)' does";

    private static final List<String> STOP_SIGNALS = List.of("TERM", "INT", "QUIT", "HUP", "KILL");

    /** Copies the texts, which are complete only when all elements have been read. */
    public Declaration {
        launchTexts = List.copyOf(launchTexts);
        lateTexts = List.copyOf(lateTexts);
    }

    /**
     * Reads the elements that are not default; times are {@code Duration}. What is wrong is read as well as possible, for
     * further checks only.
     */
    public static Declaration read(Map<String, Object> elements, DeclarationProblems problems) {
        DeclaredElements read = new DeclaredElements(elements);
        List<Template> command = read.words("command", Known.AT_LAUNCH);
        Declaration declaration = new Declaration(
                ServiceName.read(read, command),
                command,
                read.assignments("env", Known.AT_LAUNCH),
                read.text("directory", Known.AT_LAUNCH),
                read.number("port", 65535, "'port' must be from 1 to 65535, or 0 for a free port"),
                read.pattern("failurePattern"),
                read.duration("timeout", Duration.ofSeconds(30), false),
                List.of(read.strings("dependsOn")),
                ReadyElements.condition(read),
                read.assignments("systemProperties", Known.ONCE_STARTED),
                stopSignal(read),
                read.wordsIfAny("stopCommand", Known.AT_LAUNCH),
                read.duration("stopTimeout", Duration.ofSeconds(10), true),
                read.texts(Known.AT_LAUNCH),
                read.texts(Known.ONCE_STARTED));
        for (DeclarationProblem problem : read.problems()) {
            problems.add(declaration.subject(), problem);
        }
        return declaration;
    }

    private static String stopSignal(DeclaredElements read) {
        String signal = read.string("stopSignal", "TERM");
        if (!STOP_SIGNALS.contains(signal)) {
            // People write SIGTERM too.
            read.problem(
                    "stopSignal",
                    signal,
                    "'stopSignal' must be one of " + String.join(", ", STOP_SIGNALS)
                            + NearestName.question(signal.replaceFirst("(?i)^SIG", ""), STOP_SIGNALS));
        }
        return signal;
    }

    /** As the end of a sentence. */
    static String noPort(String service) {
        return "service '" + service + "' has no port: " + TO_HAVE_A_PORT;
    }

    String subject() {
        return name.isEmpty() ? "a service without a name" : "service '" + name + "'";
    }

    /** What was declared; else the first leased port accepts a connection; with no port, the process has started. */
    public Condition readiness() {
        if (condition.isPresent()) {
            return condition.get();
        }
        List<String> ports = ports();
        return ports.isEmpty() ? new Condition.Started() : Condition.Url.port(PlaceholderNames.ofPort(ports.get(0)));
    }

    /** The ports to lease, by the NAME in {@code ${port.NAME}}, which is empty for the service's own; in order of use. */
    public List<String> ports() {
        Set<String> ports = new LinkedHashSet<>();
        if (fixedPort != 0) {
            ports.add("");
        }
        List<String> names = names(launchTexts);
        // Once the output has told the port, that is the one that is meant.
        boolean isTold = groups().contains(PlaceholderNames.PORT);
        for (String name : names(lateTexts)) {
            if (!isTold || !name.equals(PlaceholderNames.PORT)) {
                names.add(name);
            }
        }
        for (String name : names) {
            Optional<String> port = PlaceholderNames.portOf(name);
            if (port.isPresent()) {
                ports.add(port.get());
            }
        }
        return List.copyOf(ports);
    }

    private static List<String> names(List<DeclaredText> texts) {
        List<String> names = new ArrayList<>();
        for (DeclaredText text : texts) {
            names.addAll(text.template().names());
        }
        return names;
    }

    private List<String> names() {
        List<String> names = names(launchTexts);
        names.addAll(names(lateTexts));
        return names;
    }

    public boolean uses(String placeholder) {
        return names().contains(placeholder);
    }

    public boolean usesTempDir() {
        for (String name : names()) {
            if (PlaceholderNames.isInTempDir(name)) {
                return true;
            }
        }
        return false;
    }

    List<String> groups() {
        return condition.isPresent() ? condition.get().groups() : List.of();
    }

    /** What others may say of this service after its name and a dot. */
    public Set<String> shared() {
        Set<String> shared = new TreeSet<>(groups());
        for (Row row : PlaceholderNames.TABLE) {
            if (row.holder() == Holder.SERVICE) {
                shared.add(row.name());
            }
        }
        for (String port : ports()) {
            shared.add(PlaceholderNames.ofPort(port));
        }
        return shared;
    }

    /** The services, of those given, that this one mentions or depends on. */
    Set<String> dependencies(Set<String> others) {
        Set<String> dependencies = new LinkedHashSet<>(dependsOn);
        for (String placeholder : names()) {
            Optional<PeerReference> reference =
                    PlaceholderNames.isOwn(placeholder) ? Optional.empty() : PeerReference.of(placeholder, others);
            if (reference.isPresent()) {
                dependencies.add(reference.get().service());
            }
        }
        dependencies.remove(name);
        return dependencies;
    }
}
