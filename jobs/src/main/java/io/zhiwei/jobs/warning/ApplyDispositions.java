package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Joins alerts with what people decided about them, by alert id: a decision makes the alert's next revision, and later revisions
 * keep it, with the agencies to which it was handed. Either may come first. The clock brings a snoozed alert back. What nobody touches for long is forgotten.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class ApplyDispositions extends KeyedCoProcessFunction<String, Alert, Disposition, Alert> {

    private static final long serialVersionUID = 1L;

    private final Duration keepAlerts;

    private transient MessageReader<Alert> reader;
    /** The alert as it was told last. Encoded, because most alerts wait for weeks and are many. */
    private transient ValueState<byte[]> told;

    private transient ValueState<Disposition> latest;
    private transient ValueState<List<String>> receivers;
    private transient Counter decisions;

    ApplyDispositions(Duration keepAlerts) {
        this.keepAlerts = keepAlerts;
    }

    @Override
    public void open(OpenContext context) {
        reader = MessageReader.specific(Alert.getClassSchema());
        told = getRuntimeContext()
                .getState(kept(
                        new ValueStateDescriptor<>("told", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)));
        latest = getRuntimeContext().getState(kept(new ValueStateDescriptor<>("latest", MessageType.DISPOSITION)));
        receivers =
                getRuntimeContext().getState(kept(new ValueStateDescriptor<>("receivers", Types.LIST(Types.STRING))));
        decisions = getRuntimeContext().getMetricGroup().counter(Counters.DECISIONS);
    }

    private <T> ValueStateDescriptor<T> kept(ValueStateDescriptor<T> state) {
        state.enableTimeToLive(StateTtlConfig.newBuilder(keepAlerts).build());
        return state;
    }

    @Override
    public void processElement1(Alert assessed, Context context, Collector<Alert> out) throws Exception {
        Alert before = told();
        AlertStatus status = StatusRule.status(latest.value(), assessed.getLevelRank(), now(context));
        long revision =
                before == null ? assessed.getRevision() : Math.max(assessed.getRevision(), before.getRevision() + 1);
        tell(before, assessed, status, revision, out);
    }

    @Override
    public void processElement2(Disposition decision, Context context, Collector<Alert> out) throws Exception {
        decisions.inc();
        receivers.update(Receivers.after(receivers(), decision));
        latest.update(decision);
        if (decision.getUntil() != null) {
            context.timerService()
                    .registerProcessingTimeTimer(decision.getUntil().toEpochMilli());
        }
        tellAgain(now(context), out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        tellAgain(Instant.ofEpochMilli(timestamp), out);
    }

    /** Only what changes is told: a second claim is in the record of decisions, and no news about the alert. */
    private void tellAgain(Instant now, Collector<Alert> out) throws Exception {
        Alert alert = told();
        if (alert == null) {
            return;
        }
        AlertStatus status = StatusRule.status(latest.value(), alert.getLevelRank(), now);
        if (status != alert.getStatus() || !receivers().equals(alert.getTransferredTo())) {
            tell(alert, alert, status, Math.max(alert.getRevision() + 1, now.toEpochMilli()), out);
        }
    }

    private void tell(@Nullable Alert before, Alert alert, AlertStatus status, long revision, Collector<Alert> out)
            throws Exception {
        Alert next = Alert.newBuilder(alert)
                .setStatus(status)
                .setTransferredTo(receivers())
                .setRevision(revision)
                .build();
        next.setHistory(AlertHistory.upTo(before, next));
        told.update(SingleObject.encode(next));
        out.collect(next);
    }

    private List<String> receivers() throws Exception {
        List<String> known = receivers.value();
        // A savepoint of a time without receivers keeps the latest decision only.
        return known == null ? Receivers.after(List.of(), latest.value()) : known;
    }

    private @Nullable Alert told() throws Exception {
        byte[] bytes = told.value();
        try {
            return bytes == null ? null : reader.read(bytes);
        } catch (RefusedMessageException e) {
            throw new IllegalStateException("An alert that was kept cannot be read: " + e.getMessage(), e);
        }
    }

    private static Instant now(Context context) {
        return Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    }
}
