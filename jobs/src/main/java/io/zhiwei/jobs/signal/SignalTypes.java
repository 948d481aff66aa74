package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.Contribution;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.Layer;
import io.zhiwei.models.measure.disproportionality.counting.ReportHistory;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.models.measure.disproportionality.counting.Step;
import io.zhiwei.models.measure.disproportionality.standing.PairStanding;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** How records with days travel: Flink does not find out by itself how a day does. */
final class SignalTypes {

    private static final TypeInformation<Layer> LAYER =
            Types.POJO(Layer.class, Map.of("population", Types.STRING, "products", Types.LIST(Types.STRING)));

    private static final TypeInformation<ReportVersion> BARE_VERSION = Types.POJO(
            ReportVersion.class,
            Map.of(
                    "report", Types.STRING,
                    "version", Types.LONG,
                    "nullified", Types.BOOLEAN,
                    "received", Types.LOCAL_DATE,
                    "layers", Types.LIST(LAYER),
                    "events", Types.LIST(Types.STRING),
                    "unlisted", Types.LIST(Types.STRING),
                    "serious", Types.BOOLEAN,
                    "fatal", Types.BOOLEAN,
                    "patient", Types.STRING));

    private static final TypeInformation<Cell> CELL = TypeInformation.of(Cell.class);

    /** Steps. */
    static final TypeInformation<Step> STEP = TypeInformation.of(Step.class);

    /** Versions of reports. */
    static final BlockType<ReportVersion> VERSION = BlockType.of(BARE_VERSION);

    /** What is known of a report. */
    static final BlockType<ReportHistory> HISTORY = BlockType.of(
            Types.POJO(ReportHistory.class, Map.of("greatest", BARE_VERSION, "firstReceived", Types.LOCAL_DATE)));

    /** Steps of counts. */
    static final BlockType<CountChange> CHANGE =
            BlockType.of(Types.POJO(CountChange.class, Map.of("cell", CELL, "day", Types.LOCAL_DATE, "step", STEP)));

    /** Steps of pairs. */
    static final BlockType<PairStep> PAIR_STEP = BlockType.of(Types.POJO(
            PairStep.class, Map.of("cell", CELL, "day", Types.LOCAL_DATE, "step", STEP, "ahead", Types.LONG)));

    /** Where steps wait. */
    static final BlockType<EpochDay> EPOCH_DAY =
            BlockType.of(Types.POJO(EpochDay.class, Map.of("epoch", Types.LONG, "day", Types.LOCAL_DATE)));

    private static final TypeInformation<Contribution> BARE_CONTRIBUTION = Types.POJO(
            Contribution.class,
            Map.of(
                    "day",
                    Types.LOCAL_DATE,
                    "layers",
                    Types.LIST(LAYER),
                    "events",
                    Types.LIST(Types.STRING),
                    "unlisted",
                    Types.LIST(Types.STRING),
                    "serious",
                    Types.BOOLEAN,
                    "fatal",
                    Types.BOOLEAN));

    /** What a report adds. */
    static final BlockType<Contribution> CONTRIBUTION = BlockType.of(BARE_CONTRIBUTION);

    /** What a report adds from now on. */
    static final BlockType<CaseChange> CASE_CHANGE = BlockType.of(Types.POJO(
            CaseChange.class,
            Map.of("patient", Types.STRING, "report", Types.STRING, "contribution", BARE_CONTRIBUTION)));

    /** What was told of a pair. */
    static final BlockType<PairStanding> STANDING = BlockType.of(Types.POJO(
            PairStanding.class,
            Map.of(
                    "told", Types.LIST(Types.STRING),
                    "reports", Types.LONG,
                    "serious", Types.LONG,
                    "fatal", Types.LONG,
                    "grounds", Types.LIST(Types.STRING),
                    "lowSince", Types.LONG)));

    private SignalTypes() {}
}
