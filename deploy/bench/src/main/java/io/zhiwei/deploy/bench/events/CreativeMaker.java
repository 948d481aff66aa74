package io.zhiwei.deploy.bench.events;

import io.zhiwei.schemas.ProductCategory;
import java.util.List;
import java.util.Locale;

/** Makes creatives: the legal ones carry the numbers and statements that their category needs. */
final class CreativeMaker {

    private static final int ADVERTISERS = 5_000;

    private final Chance chance;
    private final Fragments fragments = Fragments.load();
    private final List<ProductCategory> categories = fragments.categories();
    private final List<Advertiser> advertisers;
    private final Wording wording;

    CreativeMaker(Chance chance) {
        this.chance = chance;
        this.advertisers = Advertiser.make(ADVERTISERS, chance);
        this.wording = new Wording(chance);
    }

    Creative make(boolean violating) {
        ProductCategory category = chance.one(categories);
        Fragments.Group group = fragments.of(category);
        String product = chance.one(group.products());
        return new Creative(
                advertisers.get(chance.skewed(advertisers.size())),
                category,
                product,
                productNumbers(category),
                reviewNumbers(category),
                wording.text(group, product, violating),
                violating);
    }

    private List<String> productNumbers(ProductCategory category) {
        int serial = chance.between(1, 9_999);
        String format = switch (category) {
            case OTC -> "国药准字Z2005%04d";
            case DEV -> "鄂械注准2023209%04d";
            case HF -> "国食健注G2019%04d";
            default -> "";
        };
        return format.isEmpty() ? List.of() : List.of(String.format(Locale.ROOT, format, serial));
    }

    private List<String> reviewNumbers(ProductCategory category) {
        int serial = chance.between(1, 9_999);
        String format = switch (category) {
            case OTC -> "鄂药广审(文)第281231-%05d号";
            case DEV -> "鄂械广审(文)第281231-%05d号";
            case HF -> "鄂食健广审(文)第281231-%05d号";
            case MED -> "鄂医广【2026】第06-15-%04d号";
            default -> "";
        };
        return format.isEmpty() ? List.of() : List.of(String.format(Locale.ROOT, format, serial));
    }
}
