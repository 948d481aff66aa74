package io.zhiwei.deploy.simulator.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of a table: tabs, a header of names, lines of # are comments. */
public final class Table {

    private Table() {}

    /** Returns the rows of a resource; a name without a slash is one of this package. */
    public static List<Map<String, String>> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            String[] names = lines.get(0).split("\t", -1);
            return lines.stream().skip(1).map(line -> row(names, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + resource + " of the city cannot be read.", e);
        }
    }

    private static Map<String, String> row(String[] names, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }
}
