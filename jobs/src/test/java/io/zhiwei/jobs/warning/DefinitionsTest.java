package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.testing.WordWatch;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final Duration BOUND = Duration.ofDays(1);

    private final Definitions library = new Definitions(
            WordWatch.HOME.resolve("models/library").toString(),
            Path.of(WordWatch.definitions().regionsFile()).toString());

    @Test
    void whatIsJoinedMayComeAsLateAsItIsLookedFor() {
        assertThat(library.lateBound("prescriptions", BOUND)).isEqualTo(Duration.ofDays(30));
        assertThat(library.lateBound("inbounds", BOUND)).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void whatIsJudgedMayNot() {
        assertThat(library.lateBound("sales", BOUND)).isEqualTo(BOUND);
        assertThat(library.lateBound("advertisements", BOUND)).isEqualTo(BOUND);
    }

    @Test
    void aLongerBoundOfAllHoldsForWhatIsJoinedToo() {
        assertThat(library.lateBound("prescriptions", Duration.ofDays(90))).isEqualTo(Duration.ofDays(90));
    }
}
