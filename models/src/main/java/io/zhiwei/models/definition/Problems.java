package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The problems met while one definition file is read: reading goes on, so that the author sees them all. */
public final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    /** Starts an empty list for a file. */
    public Problems(String file) {
        this.file = file;
    }

    /** Notes a problem at a line. */
    public void add(int line, String message) {
        found.add(new Problem(file, line, message));
    }

    /** Notes the problems of another file. */
    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Returns what was found so far. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the reading.
     *
     * @throws DefinitionException if anything was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DefinitionException(found);
        }
    }

    /** Returns " Did you mean 'x'?" for the nearest known name, or the list of names where none is near. */
    public static String suggest(String wrong, Collection<String> known) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        if (bestDistance <= Math.max(2, wrong.length() / 3)) {
            return " Did you mean '" + best + "'?";
        }
        return known.isEmpty()
                ? ""
                : " Known: "
                        + String.join(", ", known.stream().sorted().limit(40).toList()) + ".";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
