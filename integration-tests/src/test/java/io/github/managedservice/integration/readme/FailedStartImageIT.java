package io.github.managedservice.integration.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the failure that README shows as an image with a real one. With {@code -Dimage.write=true} it draws the image. */
class FailedStartImageIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path IMAGE = ROOT.resolve("docs/images/failed-start.svg");
    private static final int LONGEST_LINE = 132;

    @Test
    void the_image_shows_the_failure() throws IOException {
        ServiceSpec redis = ServiceSpec.builder("redis-server", "--port", "${port}", "--dir", "${tempDir}")
                .readyPattern("Ready to acept connections")
                .timeout(Duration.ofSeconds(3))
                .build();

        ServiceStartException failure =
                catchThrowableOfType(ServiceStartException.class, () -> ServiceLauncher.start(redis));
        String image = draw(ServiceStartException.class.getName() + ": " + failure.getMessage());

        if (Boolean.getBoolean("image.write")) {
            Files.createDirectories(IMAGE.getParent());
            Files.writeString(IMAGE, image);
        }
        assertThat(lasting(Files.readString(IMAGE))).isEqualTo(lasting(image));
    }

    private static String draw(String failure) {
        List<String> lines = failure.replace(
                        ROOT.resolve("integration-tests/target/services").toString(), "/usr/bin")
                .replace(ROOT.resolve("integration-tests").toString(), "/home/ada/shop")
                .lines()
                .flatMap(FailedStartImageIT::wrapped)
                .toList();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="960" height="%d" font-family="monospace" font-size="12">
                <rect width="100%%" height="100%%" rx="6" fill="#1e1e2e"/>
                """.formatted(16 * lines.size() + 24));
        int hints = lines.indexOf("  hints:");
        int afterHints = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("  started:"))
                .findFirst()
                .orElseThrow());
        for (int index = 0; index < lines.size(); index++) {
            String colour = index < hints ? "#f38ba8" : index < afterHints ? "#f9e2af" : "#cdd6f4";
            svg.append("<text x=\"12\" y=\"%d\" xml:space=\"preserve\" fill=\"%s\">%s</text>\n"
                    .formatted(16 * index + 24, colour, escaped(lines.get(index))));
        }
        return svg.append("</svg>\n").toString();
    }

    private static Stream<String> wrapped(String line) {
        if (line.length() <= LONGEST_LINE) {
            return Stream.of(line);
        }
        int end = line.lastIndexOf(' ', LONGEST_LINE);
        return Stream.concat(Stream.of(line.substring(0, end)), wrapped("     " + line.substring(end)));
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Times, pids, ports and names of directories differ from run to run, and Redis prints warnings about the machine. */
    private static String lasting(String image) {
        String text = image.replaceAll("<[^>]*>", "");
        return text.substring(text.indexOf("Service"), text.indexOf("last output"))
                .replaceAll("\\s+", " ")
                .replaceAll("\\d+", "0")
                .replaceAll("redis-server-\\w+", "redis-server-0");
    }
}
