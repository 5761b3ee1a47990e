package io.github.managedservice.service;

import io.github.managedservice.internal.readiness.ReadyStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the declared texts of a service into values. What cannot be is told, and read as well as can be, so that the rest
 * of the declaration, and others that mention it, are looked at too.
 */
final class ServiceSpecReader {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final List<String> STOP_SIGNALS = List.of("TERM", "INT", "QUIT", "HUP", "KILL");

    private final ServiceSpec.Builder declared;
    private final List<DeclaredText> launchTexts = new ArrayList<>();
    private final List<DeclaredText> lateTexts = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    ServiceSpecReader(ServiceSpec.Builder declared) {
        this.declared = declared;
    }

    /** Those in all that was read so far. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    /** The texts, of those read so far, that are filled before the process is started. */
    List<DeclaredText> launchTexts() {
        return List.copyOf(launchTexts);
    }

    /** The texts, of those read so far, that are filled while or after the service becomes ready. */
    List<DeclaredText> lateTexts() {
        return List.copyOf(lateTexts);
    }

    List<Template> command() {
        return words("command", launchTexts, declared.command);
    }

    List<Template> stopCommand() {
        return declared.stopCommand.length == 0 ? List.of() : words("stopCommand", launchTexts, declared.stopCommand);
    }

    private List<Template> words(String element, List<DeclaredText> texts, String... command) {
        List<DeclaredText> words = Words.read(element, mistakes::add, command);
        texts.addAll(words);
        return Words.templates(words);
    }

    /** The declared name, else the file name of the program without its extension. */
    String name(List<Template> command) {
        if (!declared.name.isEmpty()) {
            if (!NAME.matcher(declared.name).matches()) {
                mistake("name", declared.name, "a name can have letters, digits, '.', '_' and '-' only");
            }
            return declared.name;
        }
        String program = command.isEmpty() ? "" : program(command.get(0).source());
        String name = ProgramName.of(program);
        if (name.isEmpty() && !program.isBlank()) {
            mistake(
                    "command",
                    program,
                    program.endsWith("/")
                            ? "'" + program + "' names a directory, not a program"
                            : "no name for the service can be made from '" + program + "'; give it one with 'name'");
        }
        return name;
    }

    /** Of a text that could not be split, what is the program in all likelihood. */
    private String program(String word) {
        boolean isWholeText = declared.command.length == 1 && word.equals(declared.command[0]);
        return isWholeText ? word.strip().split("\\s+", 2)[0] : word;
    }

    Map<String, Template> env() {
        return assignments("env", launchTexts, declared.env);
    }

    Map<String, Template> systemProperties() {
        return assignments("systemProperties", lateTexts, declared.systemProperties);
    }

    private Map<String, Template> assignments(String element, List<DeclaredText> texts, String... values) {
        Map<String, Template> assignments = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String name = Words.indexed(element, i, values.length);
            String value = values[i];
            int after = value.indexOf('=') + 1;
            if (after == 0) {
                mistake(name, value, "'" + element + "' needs the form 'name=value', and '=' is missing");
            } else if (after == 1) {
                mistake(name, value, "'" + element + "' needs the form 'name=value', and the name is missing");
            } else if (value.lastIndexOf('\0', after) >= 0) {
                mistake(name, value, "a name cannot hold the character \\u0000");
            } else {
                DeclaredText text =
                        DeclaredText.read(name, value, value.substring(after), index -> index + after, mistakes::add);
                texts.add(text);
                assignments.put(value.substring(0, after - 1), text.template());
            }
        }
        return assignments;
    }

    Optional<Template> directory() {
        return declared.directory.isEmpty()
                ? Optional.empty()
                : Optional.of(text("directory", declared.directory, launchTexts));
    }

    private Template text(String element, String value, List<DeclaredText> texts) {
        DeclaredText text = DeclaredText.read(element, value, mistakes::add);
        texts.add(text);
        return text.template();
    }

    /**
     * All the ready elements in one. What the pattern captures may be the port that the others ask, so with a group of
     * that name they come after it.
     */
    Optional<Readiness> readiness() {
        Optional<Readiness> line =
                pattern("readyPattern", declared.readyPattern).map(regex -> new LineReadiness(regex, 1));
        Optional<Readiness> asked = Stream.of(readyUrl(), readyCommand(), readyWhen())
                .flatMap(Optional::stream)
                .reduce(Readiness::and);
        boolean tellsPort = line.map(Readiness::groups).orElse(List.of()).contains("port");
        return Stream.of(line, asked)
                .flatMap(Optional::stream)
                .reduce((first, second) -> tellsPort ? first.then(second) : first.and(second));
    }

    private Optional<Readiness> readyUrl() {
        if (declared.readyUrl.isEmpty()) {
            if (declared.readyStatus.length > 0) {
                mistake(
                        "readyStatus",
                        shown(declared.readyStatus),
                        "'readyStatus' says which answers to 'readyUrl' mean ready, and there is no 'readyUrl'");
            }
            return Optional.empty();
        }
        int before = mistakes.size();
        UrlReadiness url = new UrlReadiness(text("readyUrl", declared.readyUrl, lateTexts), readyStatus());
        url.base().ifPresent(base -> lateTexts.add(DeclaredText.of("readyUrl", base)));
        if (mistakes.size() == before) {
            url.fault()
                    .ifPresent(fault -> mistakes.add(Mistake.in(
                            Quotation.part("readyUrl", declared.readyUrl, fault.start(), fault.end()), fault.what())));
        }
        return Optional.of(url);
    }

    private ReadyStatus readyStatus() {
        int[] declaredStatus = declared.readyStatus;
        for (int i = 0; i < declaredStatus.length; i++) {
            if (declaredStatus[i] < 100 || declaredStatus[i] > 599) {
                mistake(
                        Words.indexed("readyStatus", i, declaredStatus.length),
                        declaredStatus[i],
                        "an HTTP status is a number from 100 to 599");
            }
        }
        if (declaredStatus.length > 0 && declared.readyUrl.startsWith("tcp:")) {
            mistake(
                    "readyStatus",
                    shown(declaredStatus),
                    "'tcp://' has no status; 'readyStatus' needs a 'readyUrl' that is asked by HTTP");
            return ReadyStatus.USUAL;
        }
        return new ReadyStatus(Arrays.stream(declaredStatus).boxed().toList());
    }

    private static String shown(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private Optional<Readiness> readyCommand() {
        return declared.readyCommand.length == 0
                ? Optional.empty()
                : Optional.of(new CommandReadiness(words("readyCommand", lateTexts, declared.readyCommand)));
    }

    private Optional<Readiness> readyWhen() {
        declared.readyWhen.stream()
                .flatMap(Readiness::templates)
                .forEach(template -> lateTexts.add(DeclaredText.of("readyWhen", template)));
        return declared.readyWhen;
    }

    Optional<Pattern> failurePattern() {
        return pattern("failurePattern", declared.failurePattern);
    }

    private Optional<Pattern> pattern(String element, String regex) {
        return regex.isEmpty() ? Optional.empty() : Optional.of(DeclaredPattern.read(element, regex, mistakes::add));
    }

    Duration timeout() {
        if (declared.timeout.isZero() || declared.timeout.isNegative() || declared.timeout.compareTo(LONGEST) > 0) {
            mistake("timeout", declared.timeout, "'timeout' must be more than zero and at most 365 days");
        }
        return declared.timeout;
    }

    Duration stopTimeout() {
        if (declared.stopTimeout.isNegative() || declared.stopTimeout.compareTo(LONGEST) > 0) {
            mistake("stopTimeout", declared.stopTimeout, "'stopTimeout' must be from zero to 365 days");
        }
        return declared.stopTimeout;
    }

    int port() {
        if (declared.port < 0 || declared.port > 65535) {
            mistake("port", declared.port, "'port' must be from 1 to 65535, or 0 for a free port");
        }
        return declared.port;
    }

    List<String> dependsOn() {
        return List.of(declared.dependsOn);
    }

    String stopSignal() {
        if (!STOP_SIGNALS.contains(declared.stopSignal)) {
            mistake(
                    "stopSignal",
                    declared.stopSignal,
                    "'stopSignal' must be one of " + String.join(", ", STOP_SIGNALS) + nearestSignal());
        }
        return declared.stopSignal;
    }

    /** People write SIGTERM too. */
    private String nearestSignal() {
        return NearestName.question(declared.stopSignal.replaceFirst("(?i)^SIG", ""), STOP_SIGNALS);
    }

    private void mistake(String element, Object value, String what) {
        mistakes.add(Mistake.in(Quotation.whole(element, value), what));
    }
}
