package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetterReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gathers a model's findings about a subject into episodes and delivers their alerts: at once when the level or the set
 * of indicators changes, otherwise after a moment, so that a burst makes one revision. The last state is always
 * delivered. An episode closes when no event within the late bound can belong to it, and is kept as long as it holds the level of
 * the next ones.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class AssessFindings extends KeyedProcessFunction<String, Findings, Alert> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;
    private final ModelLoader modelLoader;
    private final long lateBound;
    private final long coalesce;

    private transient Assessors assessors;
    private transient MapState<Long, OpenEpisode> episodes;
    private transient Counter assessed;
    private transient Counter delivered;
    private transient Counter tooLate;

    AssessFindings(Definitions definitions, ModelLoader modelLoader, Duration lateBound, Duration coalesce) {
        this.definitions = definitions;
        this.modelLoader = modelLoader;
        this.lateBound = lateBound.toMillis();
        this.coalesce = coalesce.toMillis();
    }

    /** Returns where findings go: the subject, apart for each model. */
    static String subject(Findings findings) {
        return findings.modelId() + "|" + findings.subject().kind() + "|"
                + findings.subject().id();
    }

    @Override
    public void open(OpenContext context) {
        assessors = new Assessors(definitions, modelLoader);
        episodes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("episodes", Types.LONG, BlockType.of(OpenEpisode.class)));
        assessed = getRuntimeContext().getMetricGroup().counter(Counters.ASSESSED);
        delivered = getRuntimeContext().getMetricGroup().counter(Counters.ALERTS);
        tooLate = getRuntimeContext().getMetricGroup().counter(Counters.TOO_LATE);
    }

    @Override
    public void processElement(Findings input, Context context, Collector<Alert> out) throws Exception {
        Assessor assessor = assessors.of(input.modelId(), input.modelVersion());
        if (assessor == null) {
            // Restored from a release that had this model.
            return;
        }
        Instant start = assessor.episodeStart(input.event().time());
        long closing = closing(assessor, start);
        if (closing <= context.timerService().currentWatermark()) {
            refuse(input, context);
            return;
        }
        assessed.inc();
        context.timerService().registerEventTimeTimer(closing + assessor.hold().toMillis());
        absorb(input, assessor, context, out);
    }

    private void absorb(Findings input, Assessor assessor, Context context, Collector<Alert> out) throws Exception {
        long now = context.timerService().currentProcessingTime();
        long start = assessor.episodeStart(input.event().time()).toEpochMilli();
        OpenEpisode open = episodes.get(start);
        Episode before = open == null ? null : open.episode();
        Episode after = assessor.absorb(before, input, Instant.ofEpochMilli(now));
        if (!assessor.hold().isZero()) {
            after = assessor.held(after, others(), Instant.ofEpochMilli(now));
            episodes.put(start, new OpenEpisode(after, open != null && open.undelivered()));
            holdLater(start, assessor, context, out);
        }
        if (assessor.isNews(before, after)) {
            deliver(assessor, after, context, out);
            episodes.put(start, new OpenEpisode(after, false));
            return;
        }
        boolean waiting = open != null && open.undelivered();
        if (!waiting && isTold(after)) {
            context.timerService().registerProcessingTimeTimer(now + coalesce);
        }
        episodes.put(start, new OpenEpisode(after, isTold(after)));
    }

    private List<Episode> others() throws Exception {
        List<Episode> others = new ArrayList<>();
        for (OpenEpisode other : episodes.values()) {
            others.add(other.episode());
        }
        return others;
    }

    /** What is learnt late of an episode may hold those after it at its level, or let them go. */
    private void holdLater(long start, Assessor assessor, Context context, Collector<Alert> out) throws Exception {
        Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
        List<Episode> others = others();
        for (Episode later : others) {
            Episode held = later.start().toEpochMilli() <= start ? later : assessor.held(later, others, now);
            if (held.level() != later.level()) {
                episodes.put(held.start().toEpochMilli(), new OpenEpisode(held, false));
                deliver(assessor, held, context, out);
            }
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        boolean closes = context.timeDomain() == TimeDomain.EVENT_TIME;
        List<Map.Entry<Long, OpenEpisode>> entries = new ArrayList<>();
        episodes.entries().forEach(entries::add);
        for (Map.Entry<Long, OpenEpisode> entry : entries) {
            Episode episode = entry.getValue().episode();
            Assessor assessor = assessors.of(episode.modelId(), episode.modelVersion());
            boolean over = assessor == null
                    || closing(assessor, episode.start()) + assessor.hold().toMillis() <= timestamp;
            if (closes && !over) {
                continue;
            }
            if (assessor != null && entry.getValue().undelivered()) {
                deliver(assessor, episode, context, out);
            }
            if (closes) {
                episodes.remove(entry.getKey());
            } else {
                episodes.put(entry.getKey(), new OpenEpisode(episode, false));
            }
        }
    }

    private long closing(Assessor assessor, Instant start) {
        return assessor.episodeEnd(start).toEpochMilli() + lateBound;
    }

    private void deliver(Assessor assessor, Episode episode, Context context, Collector<Alert> out) {
        if (!isTold(episode)) {
            return;
        }
        if (Model.isShadow(episode.modelId())) {
            context.output(SideOutputs.SHADOW_ALERTS, assessor.alert(episode));
        } else {
            delivered.inc();
            out.collect(assessor.alert(episode));
        }
    }

    /** An alert that was raised once is told of again when all is taken back: its reader must know. */
    private static boolean isTold(Episode episode) {
        return episode.level() != Level.NONE || episode.raisedAt().isAfter(Instant.EPOCH);
    }

    /** Rare: the decoding let it pass, but meanwhile another partition carried the watermark past its episode. */
    private void refuse(Findings input, Context context) {
        tooLate.inc();
        context.output(
                SideOutputs.DEAD_LETTERS,
                Refusals.ofOther(
                        input.event().topic(),
                        Stage.ASSESS,
                        DeadLetterReason.TOO_LATE,
                        "Event " + input.event().eventId() + " of "
                                + input.event().time()
                                + " came after its episode was closed: replay it with a longer --late-bound",
                        new byte[0]));
    }
}
