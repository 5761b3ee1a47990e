package io.github.managedservice.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Turns the declared texts of a service into values; every mistake becomes a message with element and value. */
record ServiceSpecReader(ServiceSpec.Builder declared) {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final List<String> STOP_SIGNALS = List.of("TERM", "INT", "QUIT", "HUP", "KILL");

    List<Template> command() {
        List<Template> words = read("command", List.of(declared.command), () -> Words.templates(declared.command));
        if (words.isEmpty() || words.get(0).source().isBlank()) {
            throw mistake("command", List.of(declared.command), "it names no program");
        }
        return words;
    }

    /** The declared name, else the file name of the program without its extension. */
    String name(List<Template> command) {
        if (!declared.name.isEmpty()) {
            if (!NAME.matcher(declared.name).matches()) {
                throw mistake("name", declared.name, "only letters, digits and . _ - may be used");
            }
            return declared.name;
        }
        String program = command.get(0).source().equals("${java}")
                ? "java"
                : command.get(0).source();
        String fileName = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        String name = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-|-$", "");
        if (name.isEmpty()) {
            throw mistake("name", "", "no name can be made from the program '" + program + "': give one");
        }
        return name;
    }

    Map<String, Template> env() {
        return assignments("env", declared.env);
    }

    Map<String, Template> systemProperties() {
        return assignments("systemProperties", declared.systemProperties);
    }

    private static Map<String, Template> assignments(String element, String... texts) {
        Map<String, Template> assignments = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1 || text.indexOf('\0') >= 0) {
                throw mistake(element, text, "it must have the form 'name=value'");
            }
            Template value = read(element, text, () -> Template.parse(text.substring(equals + 1)));
            assignments.put(text.substring(0, equals), value);
        }
        return assignments;
    }

    Optional<Template> directory() {
        return declared.directory.isEmpty()
                ? Optional.empty()
                : Optional.of(read("directory", declared.directory, () -> Template.parse(declared.directory)));
    }

    /**
     * All the ready elements in one. What the pattern captures may be the port that the others ask, so with a group of
     * that name they come after it.
     */
    Optional<Readiness> readiness() {
        Optional<Readiness> line = declared.readyPattern.isEmpty()
                ? Optional.empty()
                : Optional.of(pattern("readyPattern", declared.readyPattern)).map(regex -> new LineReadiness(regex, 1));
        Optional<Readiness> url = declared.readyUrl.isEmpty()
                ? Optional.empty()
                : Optional.of(read("readyUrl", declared.readyUrl, () -> Readiness.url(declared.readyUrl)));
        Optional<Readiness> program = declared.readyCommand.length == 0
                ? Optional.empty()
                : Optional.of(read(
                        "readyCommand",
                        List.of(declared.readyCommand),
                        () -> Readiness.command(declared.readyCommand)));
        Optional<Readiness> asked = Stream.of(url, program, declared.readyWhen)
                .flatMap(Optional::stream)
                .reduce(Readiness::and);
        boolean tellsPort = line.map(Readiness::groups).orElse(List.of()).contains("port");
        return Stream.of(line, asked)
                .flatMap(Optional::stream)
                .reduce((first, second) -> tellsPort ? first.then(second) : first.and(second));
    }

    Optional<Pattern> failurePattern() {
        return declared.failurePattern.isEmpty()
                ? Optional.empty()
                : Optional.of(pattern("failurePattern", declared.failurePattern));
    }

    private static Pattern pattern(String element, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw mistake(element, regex, e.getDescription() + " at index " + e.getIndex());
        }
    }

    Duration timeout() {
        if (declared.timeout.isZero() || declared.timeout.isNegative() || declared.timeout.compareTo(LONGEST) > 0) {
            throw mistake("timeout", declared.timeout, "it must be more than zero and at most 365 days");
        }
        return declared.timeout;
    }

    Duration stopTimeout() {
        if (declared.stopTimeout.isNegative() || declared.stopTimeout.compareTo(LONGEST) > 0) {
            throw mistake("stopTimeout", declared.stopTimeout, "it must not be negative, and at most 365 days");
        }
        return declared.stopTimeout;
    }

    int port() {
        if (declared.port < 0 || declared.port > 65535) {
            throw mistake("port", declared.port, "it must be from 0 (lease a free one) to 65535");
        }
        return declared.port;
    }

    List<String> dependsOn() {
        return List.of(declared.dependsOn);
    }

    String stopSignal() {
        if (!STOP_SIGNALS.contains(declared.stopSignal)) {
            throw mistake("stopSignal", declared.stopSignal, "it must be one of " + String.join(", ", STOP_SIGNALS));
        }
        return declared.stopSignal;
    }

    List<Template> stopCommand() {
        return declared.stopCommand.length == 0
                ? List.of()
                : read("stopCommand", List.of(declared.stopCommand), () -> Words.templates(declared.stopCommand));
    }

    private static <T> T read(String element, Object value, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(element + " = \"" + value + "\": " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException mistake(String element, Object value, String rule) {
        return new IllegalArgumentException(element + " = \"" + value + "\": " + rule);
    }
}
