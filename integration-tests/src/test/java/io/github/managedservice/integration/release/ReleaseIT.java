package io.github.managedservice.integration.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases this project twice, as RELEASING.md says, and checks what Maven Central requires of the files. */
@Tag("release")
class ReleaseIT {

    private static final String JUPITER = "managed-service-junit-jupiter";
    private static final String PLATFORM = "managed-service-junit-platform";
    private static final String URL = "https://example.org/managed-service";
    private static final String PASSPHRASE = "a passphrase";

    private static PgpKey key;
    private static ReleaseBuild one;
    private static ReleaseBuild two;

    @BeforeAll
    static void release_twice() throws Exception {
        key = PgpKey.generate(PASSPHRASE);
        one = ReleaseBuild.copy("one");
        two = ReleaseBuild.copy("two");
        release(one, "UTC");
        release(two, "Pacific/Auckland");
    }

    private static void release(ReleaseBuild build, String timeZone) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("MAVEN_GPG_KEY", key.armored());
        environment.put("MAVEN_GPG_PASSPHRASE", PASSPHRASE);
        environment.put("TZ", timeZone);
        int exitCode = build.maven(environment, "-Drelease.url=" + URL, "-Drelease.developer=A Developer", "deploy");
        assertThat(exitCode).as(build.output()).isZero();
    }

    @Test
    void publishes_the_extension_and_its_listener_alone() throws Exception {
        try (Stream<Path> artifacts = Files.list(one.stage())) {
            assertThat(artifacts.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(JUPITER, PLATFORM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JUPITER, PLATFORM})
    void publishes_code_sources_javadoc_and_bill_of_materials(String artifact) throws Exception {
        assertThat(files(artifact).stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(".jar", ".pom", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml")
                                .map(ending -> artifact + "-" + ReleaseBuild.VERSION + ending)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {JUPITER, PLATFORM})
    void signs_each_file(String artifact) throws Exception {
        for (Path file : files(artifact)) {
            assertThat(key.hasSigned(file, beside(file, ".asc")))
                    .as(file.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JUPITER, PLATFORM})
    void has_checksums_of_each_file(String artifact) throws Exception {
        for (Path file : files(artifact)) {
            assertThat(beside(file, ".md5")).hasContent(checksum("MD5", file));
            assertThat(beside(file, ".sha1")).hasContent(checksum("SHA-1", file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JUPITER, PLATFORM})
    void describes_the_project_in_a_pom_that_needs_no_other(String artifact) throws Exception {
        PublishedPom pom = pom(artifact);

        assertThat(pom.text()).doesNotContain("${", "SNAPSHOT", "<parent>", "<build>", "<profiles>", "<properties>");
        assertThat(pom.value("/project/groupId")).isEqualTo("io.github.managedservice");
        assertThat(pom.value("/project/artifactId")).isEqualTo(artifact);
        assertThat(pom.value("/project/version")).isEqualTo(ReleaseBuild.VERSION);
        assertThat(pom.value("/project/name")).startsWith("Managed Service: ");
        assertThat(pom.value("/project/description")).isNotBlank();
        assertThat(pom.value("/project/url")).isEqualTo(URL);
        assertThat(pom.value("/project/licenses/license/name")).isEqualTo("Apache-2.0");
        assertThat(pom.value("/project/licenses/license/url")).startsWith("https://");
        assertThat(pom.value("/project/developers/developer/name")).isEqualTo("A Developer");
        assertThat(pom.value("/project/scm/url")).isEqualTo(URL);
        assertThat(pom.value("/project/scm/connection")).isEqualTo("scm:git:" + URL + ".git");
    }

    @Test
    void depends_on_nothing_that_a_user_does_not_have() throws Exception {
        assertThat(pom(JUPITER).dependencies())
                .containsExactlyInAnyOrder(
                        "io.github.managedservice:managed-service-junit-platform:runtime",
                        "org.junit.jupiter:junit-jupiter-api:provided",
                        "org.jspecify:jspecify:provided",
                        "org.springframework:spring-test:provided:optional",
                        "org.springframework:spring-context:provided:optional");
        assertThat(pom(PLATFORM).dependencies())
                .containsExactlyInAnyOrder(
                        "org.junit.platform:junit-platform-launcher:provided", "org.jspecify:jspecify:provided");
    }

    @ParameterizedTest
    @ValueSource(strings = {JUPITER, PLATFORM})
    void has_a_bill_of_materials_that_agrees_with_the_pom(String artifact) throws Exception {
        BillOfMaterials bill = BillOfMaterials.read(file(artifact, "-cyclonedx.json"));

        assertThat(bill.root())
                .isEqualTo("pkg:maven/io.github.managedservice/%s@%s?type=jar", artifact, ReleaseBuild.VERSION);
        assertThat(bill.dependencies(bill.root()))
                .containsExactlyInAnyOrderElementsOf(pom(artifact).packageUrls());
        assertThat(bill.components()).containsExactlyInAnyOrderElementsOf(bill.reachable());
    }

    @ParameterizedTest
    @ValueSource(strings = {JUPITER, PLATFORM})
    void has_the_same_bytes_in_each_build(String artifact) throws Exception {
        List<Path> files = files(artifact);

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(file)
                    .hasSameBinaryContentAs(two.stage().resolve(one.stage().relativize(file)));
        }
    }

    @Test
    void asks_for_the_address_and_the_publisher() throws Exception {
        ReleaseBuild build = ReleaseBuild.copy("without-address");

        assertThat(build.maven(Map.of(), "validate")).isNotZero();
        assertThat(build.output())
                .contains(
                        "A release needs the address of its public repository: -Drelease.url=",
                        "A release needs the name of its publisher: -Drelease.developer=");
    }

    /** Returns the published files without their signatures and checksums. */
    private static List<Path> files(String artifact) throws Exception {
        try (Stream<Path> all = Files.list(folder(artifact))) {
            return all.filter(file -> !file.toString().matches(".*\\.(asc|md5|sha1)"))
                    .toList();
        }
    }

    private static PublishedPom pom(String artifact) throws Exception {
        return PublishedPom.read(file(artifact, ".pom"));
    }

    private static Path file(String artifact, String ending) {
        return folder(artifact).resolve(artifact + "-" + ReleaseBuild.VERSION + ending);
    }

    private static Path folder(String artifact) {
        return one.stage().resolve(artifact).resolve(ReleaseBuild.VERSION);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static String checksum(String algorithm, Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    }
}
