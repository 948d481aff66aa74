package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.ReferenceType;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.testing.Updates;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.SingleObject;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckModelsTest {

    private OneInputStreamOperatorTestHarness<StreamRecord, Reference> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new CheckModels(WordWatch.definitions(), ModelLoader.none())));
        harness.setup(ReferenceType.INSTANCE.createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void handsAGoodUpdateOnAndSaysSo() throws Exception {
        ModelUpdate update = Updates.of(2, ModelState.ACTIVE, text -> text);

        send(SingleObject.encode(update));

        assertThat(harness.extractOutputValues()).containsExactly(Reference.of(update));
        assertThat(replies()).singleElement().satisfies(reply -> {
            assertThat(reply.getAccepted()).isTrue();
            assertThat(reply.getUpdateId()).isEqualTo(update.getUpdateId());
        });
    }

    @Test
    void keepsABadUpdateAndNamesFileLineAndReason() throws Exception {
        send(SingleObject.encode(Updates.of(
                2, ModelState.ACTIVE, text -> text.replace("when: text == 'weak'", "when: texd == 'weak'"))));

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(replies()).singleElement().satisfies(reply -> {
            assertThat(reply.getAccepted()).isFalse();
            assertThat(reply.getProblems())
                    .anySatisfy(problem ->
                            assertThat(problem).contains("word-watch/model.yaml", "'texd'", "Did you mean 'text'?"));
        });
    }

    @Test
    void theSameUpdateAgainIsNoConflict() throws Exception {
        byte[] update = SingleObject.encode(Updates.of(2, ModelState.ACTIVE, text -> text));

        send(update);
        send(update);

        assertThat(replies()).extracting(ModelReply::getAccepted).containsExactly(true, true);
    }

    @Test
    void whatCannotBeReadBecomesADeadLetter() throws Exception {
        send(new byte[] {1, 2, 3});

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(DecodeEventsTest.letters(harness)).hasSize(1);
    }

    private void send(byte[] message) throws Exception {
        harness.processElement(new StreamRecord("model-updates", 0, 0, 0, message), 0);
    }

    private List<ModelReply> replies() {
        return harness.getSideOutput(SideOutputs.MODEL_REPLIES).stream()
                .map(element -> element.getValue())
                .toList();
    }
}
