package io.zhiwei.models.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Index;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The smoke-type index of the specification, section 8.15, by hand. */
class IndexScoreTest {

    private static final Model MODEL = ModelLibrary.loadModel(Path.of("library", "illegal-fundraising"));
    private static final Index INDEX = Objects.requireNonNull(MODEL.index());

    private final Map<String, Sign> signs = new TreeMap<>();

    @Test
    void moneyWeighsTwoFifthsWhereItIsKnown() {
        finds("IF-07", 45);
        finds("IF-17", 20);
        finds("IF-40", 60);
        states("IF-61", new StatedFigure("payers", 60, Origin.OBSERVED));

        IndexScore score = IndexScore.of(INDEX, MODEL, signs);

        assertThat(score.dimensions())
                .containsExactly(
                        Map.entry("compliance", 45.0),
                        Map.entry("inducement", 20.0),
                        Map.entry("diffusion", 0.0),
                        Map.entry("complaints", 0.0),
                        Map.entry("wording", 0.0),
                        Map.entry("funds", 60.0));
        assertThat(score.score()).isEqualTo(0.15 * 45 + 0.15 * 20 + 0.40 * 60);
    }

    @Test
    void withoutMoneyTheFiveDimensionsWeighAll() {
        finds("IF-03", 45);
        finds("IF-01", 30);
        finds("IF-02", 25);

        IndexScore score = IndexScore.of(INDEX, MODEL, signs);

        // Two signs of one dimension are joined by noisy-or: 1 - 0.70 * 0.75.
        assertThat(score.dimensions()).containsEntry("inducement", 47.5).containsEntry("wording", 30.0);
        assertThat(score.score()).isEqualTo(26.13);
    }

    @Test
    void theTierOfThePromisedRateIsTheLeastOfItsDimension() {
        finds("IF-02C", 35);
        states("IF-60", new StatedFigure("promisedRate", 10.1, Origin.DECLARED));
        states("IF-61", new StatedFigure("complaintRate", 5, Origin.ESTIMATED));

        assertThat(IndexScore.of(INDEX, MODEL, signs).dimensions())
                .containsEntry("inducement", 75.0)
                .containsEntry("complaints", 25.0);
    }

    private void finds(String indicator, double weight) {
        signs.put(indicator, sign(indicator, weight, Statement.NONE));
    }

    private void states(String indicator, StatedFigure figure) {
        signs.put(indicator, sign(indicator, 0, new Statement(Instant.EPOCH, List.of(figure))));
    }

    private static Sign sign(String indicator, double weight, Statement statement) {
        Evidence evidence = new Evidence(new EventRef("e", "fund-flows", Instant.EPOCH), "", "", List.of(), "");
        Finding finding = new Finding(indicator, 1, 1, "", weight, 1, false, Level.NONE, evidence);
        return new Sign(finding, List.of(finding), 1, statement);
    }
}
