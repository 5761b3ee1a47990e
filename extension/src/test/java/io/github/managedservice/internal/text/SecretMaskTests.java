package io.github.managedservice.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.lifecycle.FailedStart;
import io.github.managedservice.internal.lifecycle.ShellService;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.service.Readiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTests {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DB_PASSWORD", "hunter2",
            "SHORT_TOKEN", "abc",
            "FEATURE_KEY_ENABLED", "true",
            "DATABASE_URL", "postgres://app:s3cr3t%40x@db/shop",
            "TLS_KEY", "-----BEGIN-----\nMIIEvQIBADAN\n-----END-----",
            "TOKEN_FILE", "/etc/passwd",
            "PWD", "/work",
            "CITY", "Paris");

    private static final List<String> COMMAND = List.of("app", "--api-key", "k3y0fC0mmand", "-Dapp.secret=p q");

    private final SecretMask mask = SecretMask.of(List.of("city"), ENVIRONMENT, COMMAND);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connecting with hunter2 | connecting with ***",
                "xhunter2x | x***x",
                "abc abcdef | *** abcdef",
                "it is true | it is true",
                "postgres://app:s3cr3t%40x@db/shop | postgres://***@db/shop",
                "the password s3cr3t%40x | the password ***",
                "key line MIIEvQIBADAN | key line ***",
                "read /etc/passwd | read /etc/passwd",
                "in Paris | in ***",
                "got k3y0fC0mmand | got ***",
                "is p q | is ***",
                "run --password=unknown1 now | run --password=*** now",
                "run --password unknown1 now | run --password *** now",
                "{\"token\": \"unknown1\"} | {\"token\": ***}",
                "PWD=/work | PWD=/work",
                "openssl req -newkey rsa:2048 -keyout key.pem -nodes | openssl req -newkey rsa:2048 -keyout key.pem"
                        + " -nodes",
                "java --keystore a.jks --key-file k.pem | java --keystore a.jks --key-file k.pem",
                "key=value keyspace=shop keyboard=de | key=value keyspace=shop keyboard=de",
                "KEY_FILE=k.pem PASSWORD_FILE=/run/x SECRET_PATH=y | KEY_FILE=k.pem PASSWORD_FILE=/run/x SECRET_PATH=y",
                "author=me tokenizer=bpe --max-tokens 100 | author=me tokenizer=bpe --max-tokens 100",
                "--public-key xyz primary_key=id cacheKey=a | --public-key xyz primary_key=id cacheKey=a",
                "-Djavax.net.ssl.keyStore=a.jks -p 8080 | -Djavax.net.ssl.keyStore=a.jks -p 8080",
                "-Djavax.net.ssl.keyStorePassword=abcd | -Djavax.net.ssl.keyStorePassword=***",
                "note=x;DB_PWD=abcd,apiKey=efgh | note=x;DB_PWD=***,apiKey=***",
                "AWS_SECRET_ACCESS_KEY=a/b+c AWS_ACCESS_KEY_ID=abcd | AWS_SECRET_ACCESS_KEY=*** AWS_ACCESS_KEY_ID=***",
                "id AKIAIOSFODNN7EXAMPLE | id ***",
                "GET /x?a=1&token=q8&b=2&access_token=z9 | GET /x?a=1&token=***&b=2&access_token=***",
                "curl -H 'Authorization: Bearer abcdef' | curl -H 'Authorization: Bearer ***'",
                "authorization=Basic dTpw | authorization=Basic ***",
                "aUthoriZation: bEarer abcdef | aUthoriZation: bEarer ***",
                "the bearer of bad news | the bearer of bad news",
                "STRIPE_KEY=sk_1 signing-key=x encryptionKey=y | STRIPE_KEY=*** signing-key=*** encryptionKey=***",
                "--tls-key tls/a.pem private_key=b.key | --tls-key tls/a.pem private_key=b.key",
                "a --password x -v | a --password *** -v",
                "plain text of no interest | plain text of no interest"
            })
    void takes_secrets_out_of_a_text(String text, String masked) {
        assertThat(mask.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "a=", "--a ", "\"a\": \"", "token ", "-", "a.b-", "://a", "Bearer "})
    @Timeout(20)
    void a_long_line_that_repeats_itself_is_not_slow(String part) {
        String text = part.repeat(64 * 1024 / part.length());

        assertThat(mask.text(text)).isEqualTo(text);
    }

    @Test
    void a_part_of_a_name_that_is_asked_for_is_always_secret() {
        SecretMask asked = SecretMask.of(List.of("header", "tokens"), Map.of(), List.of());

        assertThat(asked.text("HEADER=a MAX_TOKENS=b")).isEqualTo("HEADER=*** MAX_TOKENS=***");
    }

    @Test
    void takes_secrets_out_of_a_command_word_by_word() {
        List<String> words = mask.words(List.of(
                "app", "--api-key", "k3y0fC0mmand", "-Dapp.secret=p q", "--token", "--fast", "redis://u:p@h:1/0"));

        assertThat(words)
                .containsExactly(
                        "app", "--api-key", "***", "-Dapp.secret=***", "--token", "--fast", "redis://***@h:1/0");
    }

    @Test
    void shows_no_secret_of_the_environment_in_any_part_of_a_report() {
        FailedStart failed = FailedStart.of(ShellService.of(
                        "leaky",
                        "echo \"password $DB_PASSWORD, $DATABASE_URL\"; echo warming $MY_TOKEN >&2; exit 1",
                        "--token=t0k3nValue",
                        "--secret",
                        "two words")
                .env("DB_PASSWORD=hunter2x", "DATABASE_URL=redis://u:p4ssw0rd@h/1", "MY_TOKEN=abcdefgh")
                .readyWhen(Readiness.line("warming abcdefgh ok")
                        .and(Readiness.url("http://me:p4ssw0rd@127.0.0.1:1/health?token=q8q8q8"))));

        assertThat(failed.message())
                .contains("password ***, redis://***@h/1")
                .doesNotContain("hunter2x", "p4ssw0rd", "abcdefgh", "t0k3nValue", "two words", "q8q8q8");
    }

    @Test
    void leaves_no_half_of_a_secret_where_a_hint_cuts_a_line() {
        FailedStart failed = FailedStart.of(
                ShellService.of("cut", "printf '%s\\n' \"$1 READY $SOME_TOKEN\"; exit 1", "x".repeat(185))
                        .env("SOME_TOKEN=abcdefghijklmnop")
                        .readyPattern("ready"));

        assertThat(failed.hints()).singleElement().asString().contains("READY ***\" does not match");
        assertThat(failed.message()).doesNotContain("abcdef");
    }

    @Test
    void reads_further_parts_of_names_from_a_switch() {
        Switches switches =
                Switches.of(Set.of(), name -> Optional.of(name.equals("managedservice.mask") ? " PIN, ,Iban" : ""));

        assertThat(switches.mask()).containsExactly("pin", "iban");
    }
}
