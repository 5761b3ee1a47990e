package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainUserTests {

    @ParameterizedTest
    @CsvSource({"rwx--x--x, rwxr-xr-x, true", "rwxr-xr-x, rwx------, false", "rwx------, rwxr-xr-x, false"})
    void plays_where_it_can_enter_and_else_in_the_temporary_directory(
            String above, String usual, boolean canEnter, @TempDir Path base) throws IOException {
        Optional<String> reason =
                Need.SETPRIV_AND_ROOT.missing().or(() -> PlainUser.refusal("test", "-x", PlainUser.OPEN.toString()));
        assumeTrue(reason.isEmpty(), reason::get);
        Path place = Files.createDirectory(base.resolve("place"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(usual));
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString(above));

        assertThat(PlainUser.place(place)).isEqualTo(canEnter ? place : PlainUser.OPEN);
    }
}
