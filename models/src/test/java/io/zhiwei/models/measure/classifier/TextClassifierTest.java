package io.zhiwei.models.measure.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.classifier.LinearModel.Span;
import io.zhiwei.models.measure.classifier.TextClassifier.Verdict;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextClassifierTest {

    private static final Calibration LINEAR_ALONE = new Calibration(0, 1, 0);
    private static final Calibration HEAD_ALONE = new Calibration(0, 0, 1);
    private static final LinearModel RANDOM = random(5);

    @Test
    void asksTheSecondStageOnlyWhereTheFirstLeavesTheTextOpen() {
        assertThat(judge(-5, true).embedded()).isFalse();
        assertThat(judge(0, true).embedded()).isTrue();
        assertThat(judge(5, true).embedded()).isFalse();
    }

    @Test
    void neverAsksASecondStageThatIsSwitchedOff() {
        assertThat(judge(0, false)).isEqualTo(new Verdict(0.5, 0.5, false));
    }

    @Test
    void whatTheFirstStageDecidesKeepsItsProbability() {
        Verdict verdict = judge(5, true);

        assertThat(verdict.probability()).isCloseTo(1 / (1 + Math.exp(-5)), within(1e-6));
        assertThat(verdict.linear()).isEqualTo(verdict.probability());
    }

    @Test
    void whatTheSecondStageDecidesHasTheProbabilityOfBoth() {
        Verdict verdict = judge(0, true);

        assertThat(verdict.probability()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-6));
        assertThat(verdict.linear()).isEqualTo(0.5);
    }

    @Property(tries = 200)
    void theStrongestSpansLieInsideTheTextWithoutOverlapBestFirst(@ForAll String text) {
        List<Span> spans = RANDOM.strongest(text, 3);

        assertThat(spans).hasSizeLessThanOrEqualTo(3).allSatisfy(span -> {
            assertThat(span.start()).isNotNegative().isLessThan(span.end());
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            assertThat(span.contribution()).isPositive();
        });
        for (int i = 1; i < spans.size(); i++) {
            Span span = spans.get(i);
            assertThat(span.contribution()).isLessThanOrEqualTo(spans.get(i - 1).contribution());
            assertThat(spans.subList(0, i))
                    .noneMatch(other -> span.start() < other.end() && other.start() < span.end());
        }
    }

    @Test
    void refusesWeightsOfAnotherSize() {
        assertThatThrownBy(() -> new LinearModel(new short[8], 1, 0)).hasMessageContaining("Train it again.");
        assertThatThrownBy(() -> new EmbeddingHead(new float[8], 0)).hasMessageContaining("Train it again.");
    }

    private static Verdict judge(float linearBias, boolean secondStage) {
        LinearModel linear = new LinearModel(new short[Ngrams.BUCKETS], 1, linearBias);
        EmbeddingHead head = new EmbeddingHead(new float[SentenceEmbedding.DIMENSIONS], 3);
        Artifact artifact = new Artifact(linear, head, LINEAR_ALONE, HEAD_ALONE, 0.1, 0.9);
        return new TextClassifier(artifact, secondStage).judge("根治糖尿病");
    }

    private static LinearModel random(long seed) {
        Random random = new Random(seed);
        short[] weights = new short[Ngrams.BUCKETS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (short) random.nextInt(-1000, 1000);
        }
        return new LinearModel(weights, 0.001f, 0);
    }
}
