package io.zhiwei.deploy.bench.events;

import io.zhiwei.schemas.ProductCategory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The pieces of sentences from which advertisements are put together, by product category. */
final class Fragments {

    private static final String ANY = "*";
    private static final String FILE = "fragments.tsv";

    private final Map<ProductCategory, Group> groups;

    private Fragments(Map<ProductCategory, Group> groups) {
        this.groups = groups;
    }

    /**
     * The pieces of one category.
     *
     * @param products names of products
     * @param openings first sentences
     * @param bodies sentences between, those for every category included
     * @param closings last sentences, with the statements that the law asks for
     * @param claims sentences that the law forbids
     */
    record Group(
            List<String> products,
            List<String> openings,
            List<String> bodies,
            List<String> closings,
            List<String> claims) {}

    /** Reads the pieces that come with the bench. */
    static Fragments load() {
        Map<String, Map<String, List<String>>> parts = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Fragments.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            reader.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> parts.computeIfAbsent(cells[0], group -> new TreeMap<>())
                            .computeIfAbsent(cells[1], part -> new ArrayList<>())
                            .add(cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException("The bench's own fragments cannot be read", e);
        }
        return new Fragments(groups(parts));
    }

    private static Map<ProductCategory, Group> groups(Map<String, Map<String, List<String>>> parts) {
        Map<ProductCategory, Group> groups = new EnumMap<>(ProductCategory.class);
        List<String> common = part(parts.getOrDefault(ANY, Map.of()), "body");
        parts.forEach((name, group) -> {
            if (!name.equals(ANY)) {
                List<String> bodies = new ArrayList<>(part(group, "body"));
                bodies.addAll(common);
                groups.put(
                        ProductCategory.valueOf(name),
                        new Group(
                                part(group, "product"),
                                part(group, "opening"),
                                bodies,
                                part(group, "closing"),
                                part(group, "claim")));
            }
        });
        return groups;
    }

    private static List<String> part(Map<String, List<String>> group, String name) {
        return List.copyOf(Objects.requireNonNull(group.get(name), name));
    }

    /** Returns the categories that have pieces. */
    List<ProductCategory> categories() {
        return List.copyOf(groups.keySet());
    }

    /** Returns the pieces of a category. */
    Group of(ProductCategory category) {
        return Objects.requireNonNull(groups.get(category), category.name());
    }
}
