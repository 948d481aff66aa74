package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is true of the demonstration advertisements: which of them must raise an alert. */
final class Truth {

    /** Precision and recall below which the demonstration counts as failed. */
    static final double ENOUGH = 0.97;

    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Set<String> violating = new TreeSet<>();

    /** Counts of right and wrong, by advertisement. */
    record Comparison(int tp, int fp, int fn, int tn, List<String> wrong) {

        boolean isGood() {
            return precision() >= ENOUGH && recall() >= ENOUGH;
        }

        double precision() {
            return tp + fp == 0 ? 0 : (double) tp / (tp + fp);
        }

        double recall() {
            return tp + fn == 0 ? 0 : (double) tp / (tp + fn);
        }
    }

    /** Reads a table with the columns adId, label, kinds, note. */
    static Truth read(BufferedReader reader) throws IOException {
        Truth truth = new Truth();
        reader.readLine();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] cells = line.split("\t", -1);
            truth.notes.put(cells[0], cells[2] + " " + cells[3]);
            if (cells[1].equals("1")) {
                truth.violating.add(cells[0]);
            }
        }
        return truth;
    }

    /** Returns whether an advertisement must raise an alert. */
    boolean isViolating(String adId) {
        return violating.contains(adId);
    }

    /**
     * Holds the alerts against the truth.
     *
     * @param alerts final revisions
     * @param creatives what each advertisement says: an alert is about a creative, and its evidence lists only some of the
     *     advertisements that carry it
     */
    Comparison compare(List<Alert> alerts, Map<String, String> creatives) {
        Set<String> alarmed = new TreeSet<>();
        for (Alert alert : alerts) {
            alert.getFindings()
                    .forEach(finding -> finding.getEvidence().forEach(piece -> alarmed.add(piece.getEventId())));
        }
        Set<String> alarmedCreatives = new TreeSet<>();
        Map<String, String> known = new HashMap<>(creatives);
        alarmed.forEach(id -> alarmedCreatives.add(known.getOrDefault(id, id)));
        int[] counts = new int[4];
        List<String> wrong = new ArrayList<>();
        notes.forEach((id, note) -> {
            boolean said = alarmed.contains(id) || alarmedCreatives.contains(known.getOrDefault(id, id));
            boolean is = violating.contains(id);
            counts[(said ? 0 : 2) + (said == is ? 0 : 1)]++;
            if (said != is) {
                wrong.add((is ? "missed " : "false  ") + id + "  " + note);
            }
        });
        return new Comparison(counts[0], counts[1], counts[3], counts[2], wrong);
    }
}
