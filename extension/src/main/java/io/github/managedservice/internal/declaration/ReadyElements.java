package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.declaration.PlaceholderNames.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The elements that say when a service is ready. */
final class ReadyElements {

    private ReadyElements() {}

    /** A pattern that captures the port comes first, because the others ask that port. */
    static Optional<Condition> condition(DeclaredElements read) {
        Optional<Condition> line = readyPattern(read);
        Optional<Condition> asked = both(both(readyUrl(read), readyCommand(read)), readyWhen(read));
        return line.isPresent() && asked.isPresent() && line.get().groups().contains(PlaceholderNames.PORT)
                ? Optional.of(new Condition.Combined(Condition.Kind.THEN, line.get(), asked.get()))
                : both(line, asked);
    }

    private static Optional<Condition> readyPattern(DeclaredElements read) {
        Optional<Pattern> pattern = read.pattern("readyPattern");
        return pattern.isPresent() ? Optional.of(new Condition.Line(pattern.get(), 1)) : Optional.empty();
    }

    private static Optional<Condition> both(Optional<Condition> first, Optional<Condition> second) {
        if (first.isPresent() && second.isPresent()) {
            return Optional.of(new Condition.Combined(Condition.Kind.AND, first.get(), second.get()));
        }
        return first.isPresent() ? first : second;
    }

    private static Optional<Condition> readyUrl(DeclaredElements read) {
        int before = read.problems().size();
        Optional<Template> address = read.text("readyUrl", Known.ONCE_STARTED);
        int[] status = read.numbers("readyStatus");
        if (address.isEmpty()) {
            if (status.length > 0) {
                read.problem(
                        "readyStatus",
                        shown(status),
                        "'readyStatus' says which answers to 'readyUrl' mean ready, and there is no 'readyUrl'");
            }
            return Optional.empty();
        }
        Condition.Url url = new Condition.Url(address.get(), readyStatus(read, status));
        url.base().ifPresent(base -> read.texts(Known.ONCE_STARTED).add(DeclaredText.of("readyUrl", base)));
        if (read.problems().size() == before) {
            url.fault()
                    .ifPresent(fault -> read.problems()
                            .add(DeclarationProblem.in(
                                    Quotation.part("readyUrl", address.get().source(), fault.start(), fault.end()),
                                    fault.what())));
        }
        return Optional.of(url);
    }

    private static ReadyStatus readyStatus(DeclaredElements read, int... status) {
        for (int i = 0; i < status.length; i++) {
            if (status[i] < 100 || status[i] > 599) {
                read.problem(
                        Words.indexed("readyStatus", i, status.length),
                        status[i],
                        "an HTTP status is a number from 100 to 599");
            }
        }
        if (status.length > 0 && read.string("readyUrl", "").startsWith("tcp:")) {
            read.problem(
                    "readyStatus",
                    shown(status),
                    "'tcp://' has no status; 'readyStatus' needs a 'readyUrl' that is asked by HTTP");
            return ReadyStatus.USUAL;
        }
        return new ReadyStatus(Arrays.stream(status).boxed().toList());
    }

    private static String shown(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static Optional<Condition> readyCommand(DeclaredElements read) {
        List<Template> words = read.wordsIfAny("readyCommand", Known.ONCE_STARTED);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Condition.Command(words));
    }

    private static Optional<Condition> readyWhen(DeclaredElements read) {
        Optional<Condition> declared = read.condition("readyWhen");
        if (declared.isPresent()) {
            declared.get()
                    .templates()
                    .forEach(template -> read.texts(Known.ONCE_STARTED).add(DeclaredText.of("readyWhen", template)));
        }
        return declared;
    }
}
