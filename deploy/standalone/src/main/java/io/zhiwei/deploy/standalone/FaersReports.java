package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.zhiwei.jobs.signal.SignalPipeline;
import io.zhiwei.models.trial.EventJson;
import io.zhiwei.schemas.EventStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;

/**
 * Reports in the tables of the FDA's adverse event reporting system, one table for cases ({@code fda_dt}), one for drugs
 * ({@code substance}, {@code role_cod}), one for reactions ({@code pt}), joined by {@code primaryid}.
 */
final class FaersReports {

    private static final String CASE = "primaryid";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double DAYS_A_YEAR = 365.25;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final Map<String, ObjectNode> reports = new LinkedHashMap<>();
    private final Map<String, String> noDays = new HashMap<>();

    private FaersReports() {}

    /** Returns whether these are such tables: each has a header with a column primaryid. */
    static boolean are(List<Path> files) {
        return files.stream().allMatch(file -> header(file).contains(CASE));
    }

    private static List<String> header(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            return line == null
                    ? List.of()
                    : Arrays.asList(line.replace("\"", "").split(","));
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Reads the tables; a case that cannot be used does not stop the others.
     *
     * @throws Refusal if a file cannot be read or no case is good
     */
    static EventSet read(List<Path> files) {
        FaersReports faers = new FaersReports();
        files.forEach(faers::add);
        EventStream stream = EventStream.ofTopic(SignalPipeline.TOPIC);
        List<GenericRecord> events = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        EventJson json = new EventJson(stream.schema());
        faers.reports.forEach((id, report) -> {
            try {
                faers.requireUsable(id, report);
                events.add(json.event(report, Map.of()));
            } catch (IllegalArgumentException e) {
                wrong.add(CASE + " " + id + ": " + e.getMessage());
            }
        });
        if (events.isEmpty()) {
            throw new Refusal("No case can be used." + (wrong.isEmpty() ? "" : " The first: " + wrong.get(0)));
        }
        events.sort((a, b) -> Long.compare((Long) a.get(stream.timeField()), (Long) b.get(stream.timeField())));
        return new EventSet(stream, events, wrong, new TreeSet<>());
    }

    private void requireUsable(String id, ObjectNode report) {
        String noDay = noDays.get(id);
        if (noDay != null) {
            throw new IllegalArgumentException("fda_dt '" + noDay + "' is no day. Write it as yyyyMMdd.");
        }
        if (!report.has("receiptTime")) {
            throw new IllegalArgumentException("fda_dt is missing. Give the table of cases too.");
        }
        if (report.withArray("products").isEmpty() || report.withArray("events").isEmpty()) {
            throw new IllegalArgumentException("no substance or no pt. Give the tables of drugs and reactions too.");
        }
    }

    private void add(Path file) {
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            rows.forEachRemaining(this::add);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
        } catch (UncheckedIOException | com.fasterxml.jackson.databind.RuntimeJsonMappingException e) {
            throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Map<String, String> row) {
        String id = row.getOrDefault(CASE, "");
        if (id.isEmpty()) {
            return;
        }
        ObjectNode report = reports.computeIfAbsent(id, FaersReports::report);
        if (row.containsKey("fda_dt")) {
            describe(id, report, row);
        }
        String substance = row.getOrDefault("substance", "");
        if (!substance.isEmpty()) {
            ObjectNode product = report.withArray("products").addObject();
            product.put("substance", substance);
            product.put("role", role(row.getOrDefault("role_cod", "")));
        }
        String term = row.getOrDefault("pt", "");
        if (!term.isEmpty() && !names(report.withArray("events"), term)) {
            report.withArray("events").addObject().put("pt", term);
        }
    }

    private static boolean names(ArrayNode events, String term) {
        for (var event : events) {
            if (event.path("pt").asText().equals(term)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode report(String id) {
        ObjectNode report = JSON.createObjectNode();
        report.put("reportId", "FAERS-" + id)
                .put("version", 1)
                .put("status", "NEW")
                .put("productKind", "DRUG");
        return report;
    }

    private void describe(String id, ObjectNode report, Map<String, String> row) {
        String date = row.getOrDefault("fda_dt", "");
        try {
            LocalDate day = LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
            report.put("receiptTime", day.atStartOfDay(ZONE).toInstant().toEpochMilli());
        } catch (DateTimeParseException e) {
            noDays.put(id, date);
        }
        String sex = row.getOrDefault("sex", "");
        if (sex.equals("M") || sex.equals("F")) {
            report.put("sex", sex.equals("M") ? "MALE" : "FEMALE");
        }
        String age = row.getOrDefault("age_in_days", "");
        if (age.matches("\\d+(\\.\\d+)?")) {
            report.put("ageYears", Double.parseDouble(age) / DAYS_A_YEAR);
        }
        String country = row.getOrDefault("occr_country", "");
        if (!country.isEmpty()) {
            report.put("country", country);
        }
    }

    private static String role(String code) {
        return switch (code) {
            case "C" -> "CONCOMITANT";
            case "I" -> "INTERACTING";
            case "PS", "SS" -> "SUSPECT";
            default -> "UNKNOWN";
        };
    }
}
