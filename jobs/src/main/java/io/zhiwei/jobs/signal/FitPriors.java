package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.measure.disproportionality.PoissonTail;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.gps.Likelihood;
import io.zhiwei.models.measure.disproportionality.gps.PriorFit;
import io.zhiwei.models.measure.disproportionality.gps.SquashedCounts;
import io.zhiwei.models.measure.disproportionality.standing.FalseShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says at the end of a sweep what all pairs of a screening say about each: the prior that fits them, now and then, and up to
 * which probability a pair, a trend or a shift is believed. Where too few pairs let no prior be found, the last one, or that of DuMouchel,
 * stays.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class FitPriors extends KeyedProcessFunction<String, PairCount, Prior> {

    private static final long serialVersionUID = 1L;
    private static final int LEAST_REPORTS = 3;

    private final Epochs epochs;

    private transient ListState<CountedPair> pairs;
    private transient ValueState<Prior> last;

    FitPriors(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public void open(OpenContext context) {
        pairs = getRuntimeContext().getListState(new ListStateDescriptor<>("pairs", BlockType.of(CountedPair.class)));
        last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", BlockType.of(Prior.class)));
    }

    @Override
    public void processElement(PairCount count, Context context, Collector<Prior> out) throws Exception {
        if (count.cumulative().a() > 0) {
            pairs.add(new CountedPair(
                    count.epoch(),
                    count.cumulative().a(),
                    count.expected(),
                    count.course().recent(),
                    count.course().trendTail(),
                    count.course().severityTail()));
            context.timerService().registerEventTimeTimer(count.epoch());
        }
    }

    @Override
    public void onTimer(long epoch, OnTimerContext context, Collector<Prior> out) throws Exception {
        List<CountedPair> ofSweep = new ArrayList<>();
        List<CountedPair> later = new ArrayList<>();
        for (CountedPair pair : pairs.get()) {
            (pair.epoch() == epoch ? ofSweep : later).add(pair);
        }
        pairs.update(later);
        String population = context.getCurrentKey();
        Prior known = last.value();
        Prior before = known == null ? Prior.none(population) : known;
        boolean due = epochs.isRefit(epoch) || before.fitted() == Prior.NEVER;
        Optional<PriorFit> fit =
                (due ? fit(population, ofSweep) : Optional.<PriorFit>empty()).filter(PriorFit::isReliable);
        Prior now = new Prior(
                population,
                epoch,
                fit.map(PriorFit::prior).orElse(before.prior()),
                fit.isPresent() ? epoch : before.fitted(),
                signals(ofSweep),
                trends(ofSweep),
                severities(ofSweep));
        last.update(now);
        out.collect(now);
    }

    /** What is taken from a population is too small to say how pairs spread, and is judged under the prior of the whole. */
    private static Optional<PriorFit> fit(String population, List<CountedPair> pairs) {
        if (!Populations.isWhole(population)) {
            return Optional.empty();
        }
        SquashedCounts squashed = SquashedCounts.of(
                pairs.stream().mapToDouble(CountedPair::observed).toArray(),
                pairs.stream().mapToDouble(CountedPair::expected).toArray());
        return PriorFit.of(new Likelihood(squashed, 1));
    }

    private static FalseShares signals(List<CountedPair> pairs) {
        return FalseShares.of(pairs.stream()
                .filter(pair -> pair.observed() >= LEAST_REPORTS)
                .mapToDouble(pair -> PoissonTail.atLeast(pair.observed(), pair.expected()))
                .toArray());
    }

    private static FalseShares trends(List<CountedPair> pairs) {
        return FalseShares.of(pairs.stream()
                .filter(pair -> pair.recent() >= LEAST_REPORTS)
                .mapToDouble(CountedPair::trendTail)
                .toArray());
    }

    private static FalseShares severities(List<CountedPair> pairs) {
        return FalseShares.of(pairs.stream()
                .mapToDouble(CountedPair::severityTail)
                .filter(tail -> !Double.isNaN(tail))
                .toArray());
    }
}
