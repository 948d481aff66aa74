package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningConfigTest {

    @Test
    void hasADefaultForEverySetting() {
        assertThat(WarningConfig.parse()).isEqualTo(WarningConfig.DEFAULTS);
    }

    @Test
    void readsEverySetting() {
        WarningConfig config = WarningConfig.parse(
                ("--bootstrap-servers k:1 --group-id g --elasticsearch https://e:2 --models m --regions r.yaml"
                                + " --checkpoints c --resume false --checkpoint-interval 5s --checkpoint-timeout 6min --state-backend rocksdb"
                                + " --parallelism 3 --web-port 4 --metrics-port 5 --out-of-orderness 7s --idleness 8s"
                                + " --max-drift 9min --late-bound 10h --recent-events 99 --coalesce 11ms --keep-alerts 15h --bulk-size 12 --bulk-delay 13ms"
                                + " --index-buffer 14")
                        .split(" "));

        assertThat(config)
                .isEqualTo(new WarningConfig(
                        "k:1",
                        "g",
                        URI.create("https://e:2"),
                        Path.of("m"),
                        Path.of("r.yaml"),
                        Path.of("c"),
                        false,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(6),
                        RunSettings.ROCKSDB,
                        3,
                        4,
                        5,
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(8),
                        Duration.ofMinutes(9),
                        Duration.ofHours(10),
                        99,
                        Duration.ofMillis(11),
                        Duration.ofHours(15),
                        12,
                        Duration.ofMillis(13),
                        14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bootstap-servers k:1 | Unknown setting --bootstap-servers. Did you mean 'bootstrap-servers'?",
                "models m               | 'models' is not a setting: write --key value",
                "--models               | --models has no value: write --models value",
                "--models a --models b  | --models is given twice: give it once",
                "--parallelism two      | --parallelism is 'two': give a whole number",
                "--resume yes           | --resume is 'yes': give true or false",
                "--idleness soon        | --idleness is 'soon': give a time such as 500ms, 30s, 10min or 24h",
                "--idleness 0s          | idleness is PT0S: give more than 0",
                "--parallelism 0        | parallelism is 0: give 1 to 128",
                "--web-port 70000       | web-port is 70000: give 0 to 65535",
                "--state-backend disk   | state-backend is 'disk': give hashmap or rocksdb",
                "--bulk-size 10000      | bulk-size is 10000: give 1 to 9999",
                "--elasticsearch es     | elasticsearch is 'es': give an address such as http://127.0.0.1:9200"
            })
    void refusesWhatCannotWork(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarningConfig.parse(arguments.split(" ")))
                .withMessage(message);
    }
}
