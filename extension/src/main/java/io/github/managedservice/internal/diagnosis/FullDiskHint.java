package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program met a full disk; shows how much is free where it writes. */
final class FullDiskHint implements Hint {

    /** strerror(3) of ENOSPC and EDQUOT. inotify(7) also uses ENOSPC; Node then mentions file watchers. */
    private static final Pattern FULL = Pattern.compile(
            "^(?!.*file watchers).*(?:no space left on device|disk quota exceeded|ENOSPC)", Pattern.CASE_INSENSITIVE);

    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.printed().find(FULL).stream()
                .map(found -> "the service reported a full disk or quota: " + found.quoted() + ". Free when looked at"
                        + " afterwards: " + places(evidence.launched(), found.line())
                        + ". Where that is enough, look for another disk that the service writes to, for a quota, and"
                        + " for files that are gone since");
    }

    private static String places(Launched launched, SeenLine line) {
        Map<Path, Long> free = new LinkedHashMap<>();
        Stream.concat(
                        line.mentionedPaths(),
                        Stream.of(
                                launched.directory(),
                                Path.of(launched.environment().getOrDefault("TMPDIR", "/tmp"))))
                .forEach(place -> free(place).ifPresent(bytes -> free.put(place, bytes)));
        return free.entrySet().stream()
                .map(place -> place.getValue() / MEBIBYTE + " MiB at '" + place.getKey() + "'")
                .collect(Collectors.joining(", "));
    }

    private static Optional<Long> free(Path place) {
        try {
            return Optional.of(Files.getFileStore(place).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
