package io.zhiwei.schemas;

import java.time.Instant;
import java.util.List;

/** Records for the tests of the contracts. */
final class Samples {

    private Samples() {}

    static Advertisement advertisement() {
        return Advertisement.newBuilder()
                .setAdId("ad-1")
                .setPublishedAt(Instant.parse("2026-03-01T08:00:00Z"))
                .setText("一贴见效，𠮷祥膏药 🌿")
                .setMedium(Medium.POSTER)
                .setPriceYuan(19.5)
                .setPurchaseLink(true)
                .setLinks(List.of("https://shop.example/1", "https://shop.example/2"))
                .build();
    }
}
