package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhiwei.jobs.warning.RunSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalConfigTest {

    @Test
    void hasADefaultForEverySetting() {
        assertThat(SignalConfig.parse()).isEqualTo(SignalConfig.DEFAULTS);
    }

    @Test
    void readsEverySetting() {
        SignalConfig config = SignalConfig.parse(
                ("--bootstrap-servers k:1 --group-id g --elasticsearch https://e:2 --checkpoints c --resume false"
                                + " --checkpoint-interval 5s --checkpoint-timeout 6min --parallelism 3 --web-port 4"
                                + " --metrics-port 5 --out-of-orderness 7s --idleness 8s --max-drift 9min --epoch 1h"
                                + " --sweep 24h --refit 48h --bulk-size 12 --bulk-delay 13ms --index-buffer 14")
                        .split(" "));

        assertThat(config)
                .isEqualTo(new SignalConfig(
                        "k:1",
                        "g",
                        URI.create("https://e:2"),
                        Path.of("c"),
                        false,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(6),
                        3,
                        4,
                        5,
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(8),
                        Duration.ofMinutes(9),
                        Duration.ofHours(1),
                        Duration.ofHours(24),
                        Duration.ofHours(48),
                        12,
                        Duration.ofMillis(13),
                        14));
        assertThat(config.run())
                .isEqualTo(new RunSettings(
                        Path.of("c"),
                        false,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(6),
                        RunSettings.HASHMAP,
                        3,
                        4,
                        5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epok 1d           | Unknown setting --epok. Did you mean 'epoch'?",
                "--epoch 0s          | epoch is PT0S: give more than 0",
                "--sweep 36h         | sweep is PT36H: give a multiple of the epoch, which is PT24H",
                "--refit 8d          | refit is PT192H: give a multiple of the sweep, which is PT168H",
                "--elasticsearch x   | elasticsearch is 'x': give an address such as http://127.0.0.1:9200",
                "--parallelism 0     | parallelism is 0: give 1 to 128",
                "--bulk-size 10000   | bulk-size is 10000: give 1 to 9999"
            })
    void saysWhatIsWrongAndHowToMendIt(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalConfig.parse(arguments.split(" ")))
                .withMessage(message);
    }
}
