package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.zhiwei.models.measure.disproportionality.ranking.PairSignal;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounts;
import io.zhiwei.models.measure.disproportionality.ranking.SignalTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ranks the pairs of product and adverse event in report files. */
@Command(
        name = "signals",
        mixinStandardHelpOptions = true,
        description = {
            "Ranks pairs of product and adverse event by how much more often they are reported than expected.",
            "按不相称性测量对报告文件中的“产品-不良事件”组合排序。",
            "",
            "A report counts once for each distinct pair. Expected = reports with the product x reports with the event /"
                    + " reports, within strata where some are named. chi2 is Pearson's without correction; eb05 and eb95"
                    + " are the 5 % and 95 % quantiles under a prior fitted to these files.",
            "每份报告对每个组合只计一次；期望值按各层分别计算。"
        })
final class SignalsCommand implements Callable<Integer> {

    private static final String ROW = "%-36.36s %-36.36s %6s %9s %8s %8s %10s %7s %8s %8s %8s%n";
    private static final List<String> MEASURES = List.of(
            "product",
            "event",
            "n",
            "expected",
            "rr",
            "prr",
            "ror",
            "ror025",
            "ror975",
            "chi2",
            "ic",
            "ic025",
            "ic975",
            "ebgm",
            "eb05",
            "eb95");

    @Option(
            names = "--reports",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "CSV files with a header. 带表头的 CSV 报告文件")
    private List<Path> reports = List.of();

    @Option(names = "--case", paramLabel = "COL", required = true, description = "Column of the report id. 报告编号列")
    private String report = "";

    @Option(names = "--product", paramLabel = "COL", required = true, description = "Column of the product. 产品列")
    private String product = "";

    @Option(names = "--event", paramLabel = "COL", required = true, description = "Column of the event. 不良事件列")
    private String event = "";

    @Option(names = "--date", paramLabel = "COL", description = "Column of the report's date. 报告日期列")
    private @Nullable String date;

    @Option(
            names = "--strata",
            paramLabel = "COL",
            split = ",",
            description = "Columns that divide the reports, e.g. sex,age. 分层列")
    private List<String> strata = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows of the table, at least 1 (default: ${DEFAULT-VALUE}). 显示行数")
    private int top = 20;

    @CommandLine.ArgGroup
    private Output output = new Output();

    /** Another form than the table. */
    static final class Output {

        @Option(names = "--json", description = "Prints every pair as one JSON object a line. 每行一个 JSON 对象")
        private boolean json;

        @Option(names = "--csv", paramLabel = "OUT", description = "Writes every pair to a CSV file. 写入 CSV 文件")
        private @Nullable Path csv;
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new Refusal("--top is at least 1, not " + top + ".");
        }
        ReportFiles files = new ReportFiles(new ReportFiles.Columns(report, product, event, date, strata));
        for (Path file : reports) {
            files.read(file);
        }
        ReportCounts counts = files.count();
        SignalTable table = SignalTable.of(counts);
        files.warnings().forEach(spec.commandLine().getErr()::println);
        if (table.fit() == null) {
            spec.commandLine()
                    .getErr()
                    .println("No prior fits " + counts.pairs() + " pairs: EBGM, EB05 and EB95 are left out.");
        } else if (!table.fit().isReliable()) {
            spec.commandLine()
                    .getErr()
                    .println("Only one of five starts found this prior: read EBGM, EB05 and EB95 with care.");
        }
        print(table, counts, files.period());
        return 0;
    }

    private void print(SignalTable table, ReportCounts counts, String period) throws IOException {
        Path file = output.csv;
        if (output.json) {
            printJson(table, counts);
        } else if (file != null) {
            writeCsv(table, file);
            spec.commandLine().getOut().printf(Locale.ROOT, "%,d pairs written to %s%n", counts.pairs(), file);
        } else {
            printTable(table, counts, period);
        }
    }

    private void printJson(SignalTable table, ReportCounts counts) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        PrintWriter out = spec.commandLine().getOut();
        StringBuilder lines = new StringBuilder();
        for (PairSignal pair : table.pairs()) {
            lines.append(mapper.writeValueAsString(asMap(pair))).append('\n');
        }
        Map<String, @Nullable Object> last = new LinkedHashMap<>();
        last.put("theta", table.fit() == null ? null : table.fit().prior().theta());
        last.put("reports", counts.reports());
        last.put("products", counts.products());
        last.put("events", counts.events());
        last.put("pairs", counts.pairs());
        out.print(lines);
        out.println(mapper.writeValueAsString(last));
    }

    private static void writeCsv(SignalTable table, Path file) throws IOException {
        CsvSchema.Builder columns = CsvSchema.builder();
        MEASURES.forEach(columns::addColumn);
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var rows = new CsvMapper().writer(columns.build().withHeader()).writeValues(writer)) {
            for (PairSignal pair : table.pairs()) {
                rows.write(asMap(pair));
            }
        }
    }

    private void printTable(SignalTable table, ReportCounts counts, String period) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d reports%s, %,d products, %,d events, %,d pairs%n",
                counts.reports(),
                period.isEmpty() ? "" : " from " + period,
                counts.products(),
                counts.events(),
                counts.pairs());
        if (table.fit() != null) {
            double[] theta = table.fit().prior().theta();
            out.printf(
                    Locale.ROOT,
                    "prior: %.4f %.4f %.4f %.4f %.4f; %,d pairs with EB05 >= 2, %,d with IC025 > 0 and n >= 3%n",
                    theta[0],
                    theta[1],
                    theta[2],
                    theta[3],
                    theta[4],
                    table.pairs().stream()
                            .filter(pair -> pair.geometricMean().low() >= 2)
                            .count(),
                    table.pairs().stream()
                            .filter(pair ->
                                    pair.observed() >= 3 && pair.information().low() > 0)
                            .count());
        }
        out.printf(ROW, "product", "event", "n", "expected", "prr", "ror025", "chi2", "ic025", "ebgm", "eb05", "eb95");
        table.pairs().stream().limit(top).forEach(this::printRow);
    }

    private void printRow(PairSignal pair) {
        spec.commandLine()
                .getOut()
                .printf(
                        ROW,
                        pair.product(),
                        pair.event(),
                        pair.observed(),
                        shown(pair.expected(), 3),
                        shown(pair.proportional().value(), 2),
                        shown(pair.odds().low(), 2),
                        shown(pair.chiSquare(), 1),
                        shown(pair.information().low(), 2),
                        shown(pair.geometricMean().value(), 2),
                        shown(pair.geometricMean().low(), 2),
                        shown(pair.geometricMean().high(), 2));
    }

    private static String shown(double value, int digits) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static Map<String, @Nullable Object> asMap(PairSignal pair) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("product", pair.product());
        map.put("event", pair.event());
        map.put("n", pair.observed());
        map.put("expected", pair.expected());
        map.put("rr", finite(pair.relative()));
        map.put("prr", finite(pair.proportional().value()));
        map.put("ror", finite(pair.odds().value()));
        map.put("ror025", finite(pair.odds().low()));
        map.put("ror975", finite(pair.odds().high()));
        map.put("chi2", finite(pair.chiSquare()));
        map.put("ic", finite(pair.information().value()));
        map.put("ic025", finite(pair.information().low()));
        map.put("ic975", finite(pair.information().high()));
        map.put("ebgm", finite(pair.geometricMean().value()));
        map.put("eb05", finite(pair.geometricMean().low()));
        map.put("eb95", finite(pair.geometricMean().high()));
        return map;
    }

    /** JSON knows neither infinity nor what is undefined. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
