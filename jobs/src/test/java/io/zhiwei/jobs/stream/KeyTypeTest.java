package io.zhiwei.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTypeTest {

    private final TypeSerializer<String> serializer = KeyType.INSTANCE.createSerializer(new SerializerConfigImpl());

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "special-drug-sales|SP-07#e07162ca|0f3c", "药店甲|乙", "\uD83D\uDC8A"})
    void writesWhatFlinkWrites(String text) throws IOException {
        DataOutputSerializer own = new DataOutputSerializer(4);
        DataOutputSerializer flinks = new DataOutputSerializer(4);

        serializer.serialize(text, own);
        StringSerializer.INSTANCE.serialize(text, flinks);

        assertThat(own.getCopyOfBuffer()).isEqualTo(flinks.getCopyOfBuffer());
        assertThat(serializer.deserialize(new DataInputDeserializer(own.getCopyOfBuffer())))
                .isEqualTo(text);
    }

    @Test
    void goesOnWithWhatWasKeyedByFlinksOwnTexts() throws Exception {
        OperatorSubtaskState kept;
        try (KeyedOneInputStreamOperatorTestHarness<String, String, String> before = harness(Types.STRING)) {
            before.open();
            before.processElement("药店甲", 1);
            before.processElement("药店甲", 2);
            kept = before.snapshot(1, 3);
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, String, String> after = harness(KeyType.INSTANCE)) {
            after.initializeState(kept);
            after.open();
            after.processElement("药店甲", 4);
            assertThat(after.extractOutputValues()).containsExactly("药店甲 3");
            after.processWatermark(10);
            assertThat(after.extractOutputValues()).endsWith("woken 药店甲");
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(TypeInformation<String> key)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Counting()), text -> text, key);
    }

    /** Counts what comes to a key, and wakes. */
    private static final class Counting extends KeyedProcessFunction<String, String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String text, Context context, Collector<String> out) throws Exception {
            ValueState<Integer> count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.INT));
            int next = count.value() == null ? 1 : count.value() + 1;
            count.update(next);
            context.timerService().registerEventTimeTimer(10);
            out.collect(text + " " + next);
        }

        @Override
        public void onTimer(long time, OnTimerContext context, Collector<String> out) {
            out.collect("woken " + context.getCurrentKey());
        }
    }
}
