package io.zhiwei.deploy.bench.events;

import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.Medium;
import io.zhiwei.schemas.PublisherKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Makes sightings of advertisements one after the other. A few advertisers place most of them, and one sighting in five
 * shows a creative that was seen before. Not thread-safe.
 */
public final class AdvertisementGenerator {

    private static final double SEEN_BEFORE = 0.2;
    private static final double WITH_PICTURE_TEXT = 0.1;
    private static final int REMEMBERED = 1_000;
    private static final Duration FOUND_AFTER = Duration.ofMinutes(7);
    private static final List<Medium> MEDIA = List.of(
            Medium.WEB_PAGE,
            Medium.SOCIAL,
            Medium.SHORT_VIDEO,
            Medium.ONLINE_SHOP,
            Medium.SEARCH_RESULT,
            Medium.OWN_PAGE);
    private static final List<PublisherKind> PUBLISHERS =
            List.of(PublisherKind.ENTERPRISE, PublisherKind.PLATFORM_SHOP, PublisherKind.INFLUENCER);
    private static final List<String> REGIONS = List.of("420702", "420703", "420704");

    private final Chance chance;
    private final CreativeMaker creatives;
    private final Creative[] remembered = new Creative[REMEMBERED];
    private final double violatingShare;
    private final String prefix;
    private long made;

    /**
     * Makes a generator.
     *
     * @param seed decides everything but the times
     * @param violatingShare share of creatives that make forbidden claims, 0 to 1
     */
    public AdvertisementGenerator(long seed, double violatingShare) {
        this.chance = new Chance(seed);
        this.creatives = new CreativeMaker(chance);
        this.violatingShare = violatingShare;
        this.prefix = "B" + Long.toString(seed, Character.MAX_RADIX).toUpperCase(Locale.ROOT) + "-";
    }

    /** Returns the next sighting. */
    public Sighting next(Instant publishedAt) {
        int slot = chance.between(0, REMEMBERED - 1);
        Creative known = remembered[slot];
        boolean again = known != null && chance.happens(SEEN_BEFORE);
        Creative creative = again ? known : creatives.make(chance.happens(violatingShare));
        remembered[slot] = creative;
        return new Sighting(sighting(creative, publishedAt), creative.violating());
    }

    private Advertisement sighting(Creative creative, Instant publishedAt) {
        long number = made++;
        // Without the builder, which costs more than all the rest.
        Advertisement event = new Advertisement();
        event.setAdId(prefix + number);
        event.setPublishedAt(publishedAt);
        event.setSeenAt(publishedAt.plus(FOUND_AFTER));
        event.setAdvertiserUscc(creative.advertiser().creditCode());
        event.setAdvertiserName(creative.advertiser().name());
        event.setCategory(creative.category());
        event.setProductName(creative.product());
        event.setProductNumbers(creative.productNumbers());
        event.setReviewNumbers(creative.reviewNumbers());
        event.setText(creative.text());
        event.setDemo(true);
        addPage(event, number);
        return event;
    }

    private void addPage(Advertisement event, long number) {
        int page = chance.between(1, 400);
        event.setPublisher("账号" + page);
        event.setPublisherKind(chance.one(PUBLISHERS));
        event.setMedium(chance.one(MEDIA));
        event.setRegionCode(chance.one(REGIONS));
        event.setPlatform("平台" + page % 9);
        event.setUrl("https://p" + page % 9 + ".example/" + page + "/" + number);
        event.setViews((long) chance.between(3, 90_000));
        event.setPriceYuan(chance.between(9, 2_999) + 0.9);
        event.setPurchaseLink(chance.happens(0.7));
        event.setLabelledAd(chance.happens(0.9));
        event.setImageHashes(List.of(Long.toHexString(0x9E37_79B9_7F4A_7C15L * (number + 1))));
        event.setPhoneTokens(List.of("t" + page));
        event.setLinks(List.of());
        if (chance.happens(WITH_PICTURE_TEXT)) {
            event.setOcrText(event.getProductName() + "到手价" + chance.between(9, 999) + "元");
            event.setRecognitionConfidence(0.9);
        }
    }
}
