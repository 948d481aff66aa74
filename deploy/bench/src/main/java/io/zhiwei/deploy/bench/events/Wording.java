package io.zhiwei.deploy.bench.events;

import java.util.ArrayList;
import java.util.List;

/** Puts a text together: opening, sentences up to a length, closing; forbidden claims in between where asked for. */
final class Wording {

    private static final int SHORTEST = 30;
    private static final int LONGEST = 200;
    private static final int MOST_CLAIMS = 3;
    private static final List<String> STOPS = List.of("。", "，", "；", "！");
    private static final List<String> DISTRICTS = List.of("鄂城区", "华容区", "梁子湖区", "葛店", "临空区");

    private final Chance chance;

    Wording(Chance chance) {
        this.chance = chance;
    }

    String text(Fragments.Group group, String product, boolean violating) {
        String closing = chance.one(group.closings());
        int length = chance.between(SHORTEST, LONGEST - closing.length());
        StringBuilder text = new StringBuilder(LONGEST + 64);
        append(text, chance.one(group.openings()), product);
        List<String> claims = claims(group, violating);
        List<String> bodies = new ArrayList<>(group.bodies());
        while (!claims.isEmpty() || (text.length() < length && !bodies.isEmpty())) {
            boolean claim = !claims.isEmpty() && (text.length() >= length || chance.happens(0.4));
            List<String> from = claim ? claims : bodies;
            append(text, from.remove(chance.between(0, from.size() - 1)), product);
        }
        append(text, closing, product);
        return text.toString();
    }

    private List<String> claims(Fragments.Group group, boolean violating) {
        List<String> claims = new ArrayList<>();
        int count = violating ? chance.between(1, MOST_CLAIMS) : 0;
        while (claims.size() < count) {
            String claim = chance.one(group.claims());
            if (!claims.contains(claim)) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private void append(StringBuilder text, String fragment, String product) {
        int at = 0;
        for (int open = fragment.indexOf('<'); open >= 0; open = fragment.indexOf('<', at)) {
            int close = fragment.indexOf('>', open);
            text.append(fragment, at, open).append(filler(fragment.substring(open + 1, close), product));
            at = close + 1;
        }
        text.append(fragment, at, fragment.length()).append(chance.one(STOPS));
    }

    private String filler(String slot, String product) {
        return switch (slot) {
            case "product" -> product;
            case "district" -> chance.one(DISTRICTS);
            case "n" -> Integer.toString(chance.between(2, 980));
            case "price" -> chance.between(9, 2_999) + "." + chance.between(0, 9);
            default -> throw new IllegalArgumentException("No filler for <" + slot + ">");
        };
    }
}
