package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryModelCompilesTest {

    static List<Model> models() {
        return ModelLibrary.load(Path.of("library")).models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void compilesForAllItsStreams(Model model) {
        assertThatCode(() -> new Replay(model, Regions.load(Path.of("reference", "regions.yaml")), Duration.ofDays(1)))
                .doesNotThrowAnyException();
    }
}
