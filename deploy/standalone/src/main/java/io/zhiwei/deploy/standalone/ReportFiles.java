package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounter;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of adverse-reaction reports, tables with commas and a header. A file that has both columns names pairs; where
 * product and event stand in different files they are paired within each report.
 */
final class ReportFiles {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})?-?(\\d{2})?");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .build();

    private final Columns columns;
    private final ReportCounter counter = new ReportCounter();
    private final List<String> warnings = new ArrayList<>();
    private boolean productSeen;
    private boolean eventSeen;
    private boolean dateSeen;
    private boolean strataSeen;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /**
     * Names of columns.
     *
     * @param report identifier of the report
     * @param product product
     * @param event event
     * @param date date of the report; null where none is asked for
     * @param strata columns whose values divide the reports
     */
    record Columns(
            String report,
            String product,
            String event,
            @Nullable String date,
            List<String> strata) {}

    ReportFiles(Columns columns) {
        this.columns = columns;
    }

    /** Rows of one file that could not be used, of one kind. */
    private static final class Unusable {

        private final String what;
        private long rows;
        private long firstLine;

        Unusable(String what) {
            this.what = what;
        }

        void note(long line) {
            firstLine = rows == 0 ? line : firstLine;
            rows++;
        }

        void tell(Path file, List<String> warnings) {
            if (rows > 0) {
                warnings.add(file + ": " + rows + " rows " + what + ", the first at line " + firstLine + ".");
            }
        }
    }

    /** Reads a file. */
    void read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            requireText(file, reader);
            try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(reader)) {
                boolean any = rows.hasNextValue();
                List<String> header = header(rows);
                requireColumns(file, header);
                if (any) {
                    read(file, rows, header);
                }
            }
        } catch (MalformedInputException e) {
            throw new Refusal(file + " is not UTF-8. Convert it first.", e);
        } catch (JsonProcessingException e) {
            throw new Refusal(unreadable(file, e), e);
        } catch (RuntimeJsonMappingException e) {
            throw new Refusal(
                    e.getCause() instanceof JsonProcessingException cause ? unreadable(file, cause) : file + ": " + e,
                    e);
        } catch (IllegalArgumentException e) {
            throw new Refusal(file + ": " + e.getMessage(), e);
        }
    }

    /** A byte-order mark is no part of the first name. */
    private static void requireText(Path file, BufferedReader reader) throws IOException {
        reader.mark(1);
        int first = reader.read();
        if (first < 0) {
            throw new Refusal(file + " is empty. Its first line names the columns.");
        }
        if (first != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static String unreadable(Path file, JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return file + ":" + line + ": " + e.getOriginalMessage() + ". Each row has as many cells as the header, and a"
                + " cell with a comma or a quote stands in quotes.";
    }

    private static List<String> header(MappingIterator<Map<String, String>> rows) {
        List<String> names = new ArrayList<>();
        if (rows.getParserSchema() instanceof CsvSchema schema) {
            schema.forEach(column -> names.add(column.getName()));
        }
        return names;
    }

    private void requireColumns(Path file, List<String> header) {
        require(file, header, columns.report(), "--case");
        boolean useful = header.contains(columns.product())
                || header.contains(columns.event())
                || columns.date() != null && header.contains(columns.date())
                || !columns.strata().isEmpty() && header.containsAll(columns.strata());
        if (!useful) {
            require(file, header, columns.product(), "--product");
        }
    }

    private static void require(Path file, List<String> header, String column, String option) {
        if (!header.contains(column)) {
            throw new Refusal(
                    file + " has no column '" + column + "' (" + option + ")." + Problems.suggest(column, header));
        }
    }

    /** A column that no file has would be forgotten without a word. */
    private void requireSeen() {
        if (!productSeen || !eventSeen) {
            throw new Refusal("No file has the column '" + (productSeen ? columns.event() : columns.product()) + "' ("
                    + (productSeen ? "--event" : "--product") + "). Name the column, or give the file that has it.");
        }
        if (columns.date() != null && !dateSeen) {
            throw new Refusal("No file has the column '" + columns.date() + "' (--date).");
        }
        if (!columns.strata().isEmpty() && !strataSeen) {
            throw new Refusal("No file has all columns of --strata, " + String.join(", ", columns.strata()) + ".");
        }
    }

    private void read(Path file, MappingIterator<Map<String, String>> rows, List<String> header) throws IOException {
        boolean hasProduct = header.contains(columns.product());
        boolean hasEvent = header.contains(columns.event());
        productSeen |= hasProduct;
        eventSeen |= hasEvent;
        dateSeen |= columns.date() != null && header.contains(columns.date());
        strataSeen |= header.containsAll(columns.strata());
        Unusable incomplete = new Unusable("lack report, product or event and were left out");
        Unusable undated = new Unusable("have no readable date (yyyy-MM-dd or yyyyMMdd)");
        while (rows.hasNextValue()) {
            long line = rows.getCurrentLocation().getLineNr();
            Map<String, String> row = rows.nextValue();
            String report = cell(row, columns.report());
            String product = hasProduct ? cell(row, columns.product()) : "-";
            String event = hasEvent ? cell(row, columns.event()) : "-";
            if (report.isEmpty() || product.isEmpty() || event.isEmpty()) {
                incomplete.note(line);
                continue;
            }
            if (hasProduct && hasEvent) {
                counter.pair(report, product, event);
            } else if (hasProduct) {
                counter.product(report, product);
            } else if (hasEvent) {
                counter.event(report, event);
            }
            noteStratum(report, row);
            noteDate(row, header, line, undated);
        }
        incomplete.tell(file, warnings);
        undated.tell(file, warnings);
    }

    private void noteStratum(String report, Map<String, String> row) {
        if (!columns.strata().isEmpty() && columns.strata().stream().allMatch(row::containsKey)) {
            counter.stratum(
                    report,
                    String.join(
                            "|",
                            columns.strata().stream()
                                    .map(column -> cell(row, column))
                                    .toList()));
        }
    }

    private void noteDate(Map<String, String> row, List<String> header, long line, Unusable undated) {
        if (columns.date() == null || !header.contains(columns.date())) {
            return;
        }
        LocalDate date = date(cell(row, columns.date()));
        if (date == null) {
            undated.note(line);
            return;
        }
        first = first == null || date.isBefore(first) ? date : first;
        last = last == null || date.isAfter(last) ? date : last;
    }

    /** A date may lack its day or its month, as spontaneous reports do. */
    private static @Nullable LocalDate date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    /** Returns the counts of all files. */
    ReportCounts count() {
        requireSeen();
        return counter.count();
    }

    /** Returns what was left out or could not be read. */
    List<String> warnings() {
        return warnings;
    }

    /** Returns the days of the first and the last report, or an empty text where no date was read. */
    String period() {
        return first == null ? "" : first + " to " + last;
    }
}
