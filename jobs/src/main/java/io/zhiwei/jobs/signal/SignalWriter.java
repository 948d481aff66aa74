package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.Bcpnn;
import io.zhiwei.models.measure.disproportionality.ChiSquare;
import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.InformationComponent;
import io.zhiwei.models.measure.disproportionality.PoissonTail;
import io.zhiwei.models.measure.disproportionality.ReportingRatios;
import io.zhiwei.models.measure.disproportionality.SignalCriteria;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.Verdict;
import io.zhiwei.models.measure.disproportionality.counting.PairCourse;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.gps.GeometricMeans;
import io.zhiwei.models.measure.disproportionality.standing.Look;
import io.zhiwei.models.measure.disproportionality.standing.PairStanding;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SignalChange;
import io.zhiwei.schemas.SignalWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measures a pair and writes down what was found. What is undefined or infinite is left out. */
final class SignalWriter {

    private static final long LEAST_REPORTS = 3;

    /** AW-04 of the domain specification. */
    private static final double SEVERITY_TAIL = 0.001;

    /** Criterion of two products together: the lower bound of Ω is above 0. */
    private static final String INTERACTION = "OMEGA";

    private SignalWriter() {}

    /**
     * Returns the signal of a pair.
     *
     * @param prior what holds of its population at that epoch
     * @param means geometric means under that prior
     */
    static Signal write(PairCount count, Prior prior, GeometricMeans means) {
        TwoByTwo table = count.cumulative();
        Estimate component = InformationComponent.of(table.a(), table.expected());
        Estimate mean = means.of(table.a(), table.expected());
        Signal.Builder signal = Signal.newBuilder()
                .setSignalId(id(count))
                .setPopulation(count.cell().population())
                .setProduct(String.join(" + ", Populations.parts(count.cell().product())))
                .setEvent(count.cell().event())
                .setEpoch(Instant.ofEpochMilli(count.epoch()))
                .setDay(Epochs.day(count.epoch()))
                .setN((long) table.a())
                .setProductReports((long) table.product())
                .setEventReports((long) table.event())
                .setReports((long) table.reports())
                .setExpected(table.expected())
                .setIc(component.value())
                .setIc025(component.low())
                .setIc975(component.high())
                .setEbgm(mean.value())
                .setEb05(mean.low())
                .setEb95(mean.high())
                .setTheta(Arrays.stream(prior.prior().theta()).boxed().toList())
                .setThetaEpoch(prior.fitted() == Prior.NEVER ? null : Instant.ofEpochMilli(prior.fitted()))
                .setCriteria(count.isTogether() ? interaction(count) : criteria(table, component, mean))
                .setFiveYears(window(count.fiveYears()))
                .setTwelveMonths(window(count.twelveMonths()))
                .setNinetyDays(window(count.ninetyDays()))
                .setDecayed(window(count.decayed()));
        double tail = PoissonTail.atLeast(table.a(), count.expected());
        signal.setTail(tail).setFalseShare(finite(prior.signals().of(tail)));
        if (!Double.isNaN(count.adjusted())) {
            signal.setAdjustedExpected(count.adjusted())
                    .setAdjustedIc025(
                            InformationComponent.of(table.a(), count.adjusted()).low());
        }
        course(signal, count.course(), prior);
        return ratios(signal, table).build();
    }

    /** Of two products together it counts only what they bring beyond what each brings alone. */
    private static List<String> interaction(PairCount count) {
        double reports = count.cumulative().a();
        boolean stands = reports >= LEAST_REPORTS
                && InformationComponent.of(reports, count.expected()).low() > 0;
        return stands ? List.of(INTERACTION) : List.of();
    }

    private static void course(Signal.Builder signal, PairCourse course, Prior prior) {
        signal.setSerious(course.serious())
                .setFatal(course.fatal())
                .setUnlisted(course.unlisted())
                .setTrendRecent((long) course.recent())
                .setCusum(course.cumulativeSum())
                .setSeverityTail(finite(course.severityTail()))
                .setSeverityFalseShare(finite(prior.severities().of(course.severityTail())));
        if (course.earlierReports() > 0) {
            signal.setTrendExpected((double) course.earlier() * course.recentReports() / course.earlierReports())
                    .setTrendIc025(finite(course.trend().low()))
                    .setTrendFalseShare(finite(prior.trends().of(course.trendTail())));
        }
    }

    /** Returns what the signal says about its pair's standing. */
    static Look look(Signal signal) {
        Double trend = signal.getTrendIc025();
        Double together = isTogether(signal) ? signal.getAdjustedIc025() : null;
        double component = together == null ? signal.getIc025() : together;
        return new Look(
                signal.getSignalId(),
                signal.getEpoch().toEpochMilli(),
                signal.getN(),
                signal.getSerious(),
                signal.getFatal(),
                grounds(signal),
                trend == null || isTogether(signal) ? component : Math.max(component, trend));
    }

    private static List<String> grounds(Signal signal) {
        TreeSet<String> grounds = new TreeSet<>();
        Double falseShare = signal.getFalseShare();
        if (signal.getN() >= LEAST_REPORTS
                && falseShare != null
                && !signal.getCriteria().isEmpty()) {
            grounds.addAll(signal.getCriteria());
            grounds.add("FALSE-SHARE-" + falseShare);
        }
        if (isTogether(signal)) {
            return List.copyOf(grounds);
        }
        Long recent = signal.getTrendRecent();
        Double trendShare = signal.getTrendFalseShare();
        if (recent != null && recent >= LEAST_REPORTS && trendShare != null) {
            grounds.add("TREND-" + trendShare);
        }
        Double severity = signal.getSeverityTail();
        Double severityShare = signal.getSeverityFalseShare();
        if (severity != null && severity < SEVERITY_TAIL && severityShare != null) {
            grounds.add("SEVERITY-" + severityShare);
        }
        return List.copyOf(grounds);
    }

    private static boolean isTogether(Signal signal) {
        return Populations.isTogether(signal.getPopulation());
    }

    /** Marks a signal with what became of its pair, and says it in words. */
    static void tell(Signal signal, PairStanding.Change change) {
        signal.setChange(SignalChange.valueOf(change.name()));
        signal.setStatement(SignalStatement.of(signal));
    }

    /**
     * Returns what takes a signal back.
     *
     * @param last what is known of the pair
     * @param told identifier of the signal
     */
    static Signal withdrawal(Signal last, String told, long epoch) {
        Signal withdrawal = Signal.newBuilder(last)
                .setSignalId(id("withdrawn " + told))
                .setEpoch(Instant.ofEpochMilli(epoch))
                .setProvisional(false)
                .setChange(SignalChange.WITHDRAWN)
                .setWithdraws(told)
                .build();
        withdrawal.setStatement(SignalStatement.of(withdrawal));
        return withdrawal;
    }

    private static Signal.Builder ratios(Signal.Builder signal, TwoByTwo table) {
        Estimate proportional = ReportingRatios.proportional(table);
        Estimate odds = ReportingRatios.odds(table);
        Estimate network = Bcpnn.digammaForm(table);
        return signal.setRr(finite(ReportingRatios.relative(table.a(), table.expected())))
                .setPrr(finite(proportional.value()))
                .setPrr025(finite(proportional.low()))
                .setPrr975(finite(proportional.high()))
                .setRor(finite(odds.value()))
                .setRor025(finite(odds.low()))
                .setRor975(finite(odds.high()))
                .setChi2(finite(ChiSquare.pearson(table)))
                .setChi2Yates(finite(ChiSquare.yates(table)))
                .setYuleQ(finite(ReportingRatios.yule(table).value()))
                .setBcpnn(finite(network.value()))
                .setBcpnn025(finite(network.low()));
    }

    private static SignalWindow window(TwoByTwo table) {
        Estimate component = InformationComponent.of(table.a(), table.expected());
        return SignalWindow.newBuilder()
                .setN(table.a())
                .setProductReports(table.product())
                .setEventReports(table.event())
                .setReports(table.reports())
                .setExpected(table.expected())
                .setPrr(finite(ReportingRatios.proportional(table).value()))
                .setIc(component.value())
                .setIc025(component.low())
                .setIc975(component.high())
                .build();
    }

    private static List<String> criteria(TwoByTwo table, Estimate component, Estimate mean) {
        SignalCriteria usual = SignalCriteria.USUAL;
        List<String> met = new ArrayList<>();
        addIf(usual.evans(table), "EVANS", met);
        addIf(usual.odds(table), "ROR", met);
        addIf(usual.component(component), "IC", met);
        addIf(usual.geometricMean(mean), "EBGM", met);
        return met;
    }

    private static void addIf(Verdict verdict, String criterion, List<String> met) {
        if (verdict == Verdict.SIGNAL) {
            met.add(criterion);
        }
    }

    private static String id(PairCount count) {
        return id(count.cell().key() + count.epoch());
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
