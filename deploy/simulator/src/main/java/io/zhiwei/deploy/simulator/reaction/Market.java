package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.Catalogue;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Numbers;
import io.zhiwei.deploy.simulator.city.Table;
import io.zhiwei.schemas.ReportedProductKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Products and reactions with their shares. */
final class Market {

    private static final String FOLDER = "/io/zhiwei/deploy/simulator/reaction/";
    private static final String HUBEI = "420000";
    private static final int INVENTED_DRUGS = 1_500;
    private static final double ZIPF_DRUGS = 1.1;
    private static final double ZIPF_MAKERS = 0.5;
    private static final double INJECTED = 0.6;
    private static final int HOLDERS = 700;

    private final Map<ReportedProductKind, Shares<Product>> products = new EnumMap<>(ReportedProductKind.class);
    private final Map<ReportedProductKind, Shares<Reaction>> reactions = new EnumMap<>(ReportedProductKind.class);
    private int made;

    /** Things that are drawn by their share. */
    private record Shares<T>(List<T> things, double[] upTo) {

        static <T> Shares<T> of(List<T> things, java.util.function.ToDoubleFunction<T> weight) {
            double[] upTo = new double[things.size()];
            double sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                sum += weight.applyAsDouble(things.get(i));
                upTo[i] = sum;
            }
            return new Shares<>(List.copyOf(things), upTo);
        }

        T draw(Chance chance) {
            int found = Arrays.binarySearch(upTo, chance.uniform(0, upTo[upTo.length - 1]));
            return things.get(Math.min(things.size() - 1, found < 0 ? -found - 1 : found));
        }
    }

    Market() {
        products.put(ReportedProductKind.DRUG, Shares.of(drugs(), Product::weight));
        for (ReportedProductKind kind : List.of(ReportedProductKind.DEVICE, ReportedProductKind.COSMETIC)) {
            products.put(kind, Shares.of(families(kind), Product::weight));
        }
        for (ReportedProductKind kind : products.keySet()) {
            reactions.put(kind, Shares.of(reactions(kind), Reaction::weight));
        }
    }

    /** Draws a product by its share. */
    Product product(ReportedProductKind kind, Chance chance) {
        return shares(products, kind).draw(chance);
    }

    /** Returns the products of a kind, of a drug the popular first. */
    List<Product> products(ReportedProductKind kind) {
        return shares(products, kind).things();
    }

    /** Returns the share of a product among the reports of its kind. */
    double share(Product product) {
        double[] upTo = shares(products, product.kind()).upTo();
        return product.weight() / upTo[upTo.length - 1];
    }

    /** Draws a reaction by its share. */
    Reaction reaction(ReportedProductKind kind, Chance chance) {
        return shares(reactions, kind).draw(chance);
    }

    /** Returns the reaction of a term. */
    Reaction reaction(ReportedProductKind kind, String term) {
        return shares(reactions, kind).things().stream()
                .filter(reaction -> reaction.term().equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reactions.tsv has no " + term + "."));
    }

    private static <T> Shares<T> shares(Map<ReportedProductKind, Shares<T>> of, ReportedProductKind kind) {
        Shares<T> found = of.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("No products of " + kind + " are simulated.");
        }
        return found;
    }

    private List<Product> drugs() {
        List<Product> result = new ArrayList<>();
        for (Drug drug : new Catalogue().drugs()) {
            result.add(new Product(
                    made++,
                    ReportedProductKind.DRUG,
                    drug.name(),
                    drug.approvalNo(),
                    holder(),
                    drug.form(),
                    drug.route(),
                    "",
                    zipf(result.size())));
        }
        for (int i = 0; i < INVENTED_DRUGS; i++) {
            boolean injected = Long.remainderUnsigned(Chance.mix(i), 1_000) < 1_000 * INJECTED;
            result.add(new Product(
                    made++,
                    ReportedProductKind.DRUG,
                    String.format(Locale.ROOT, "虚拟药%04d", i + 1),
                    String.format(Locale.ROOT, "国药准字H2018%04d", i + 1),
                    holder(),
                    injected ? "注射剂" : "片剂",
                    injected ? "INJECTION" : "ORAL",
                    "",
                    zipf(result.size())));
        }
        return result;
    }

    private static double zipf(int rank) {
        return Math.pow(rank + 1, -ZIPF_DRUGS);
    }

    private List<Product> families(ReportedProductKind kind) {
        List<Product> result = new ArrayList<>();
        for (Map<String, String> row : rows("families.tsv", kind)) {
            int makers = Integer.parseInt(text(row, "makers"));
            double sum = 0;
            for (int maker = 1; maker <= makers; maker++) {
                sum += Math.pow(maker, -ZIPF_MAKERS);
            }
            for (int maker = 1; maker <= makers; maker++) {
                double weight = number(row, "weight") * Math.pow(maker, -ZIPF_MAKERS) / sum;
                result.add(family(kind, row, weight));
            }
        }
        return result;
    }

    private Product family(ReportedProductKind kind, Map<String, String> row, double weight) {
        int index = made++;
        String number = kind == ReportedProductKind.DEVICE
                ? String.format(Locale.ROOT, "国械注准2019314%04d", index)
                : String.format(Locale.ROOT, "鄂G妆网备字2023%06d", index);
        return new Product(
                index,
                kind,
                text(row, "name"),
                number,
                holder(),
                text(row, "form"),
                text(row, "route"),
                text(row, "class"),
                weight);
    }

    private String holder() {
        return Numbers.creditCode(HUBEI, 800_000 + made % HOLDERS);
    }

    private static List<Reaction> reactions(ReportedProductKind kind) {
        return rows("reactions.tsv", kind).stream()
                .map(row -> new Reaction(
                        text(row, "term"),
                        text(row, "organ"),
                        number(row, "weight"),
                        number(row, "serious"),
                        text(row, "problem")))
                .toList();
    }

    private static List<Map<String, String>> rows(String table, ReportedProductKind kind) {
        return Table.rows(FOLDER + table).stream()
                .filter(row -> kind.name().equals(row.get("kind")))
                .toList();
    }

    private static String text(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(text(row, name));
    }
}
