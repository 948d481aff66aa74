package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.generic.IndexedRecord;

/**
 * A screener that reads commands in an advertisement's text: {@code weak} and {@code strong} find something, {@code
 * crash} fails, everything visits its advertiser.
 */
final class FakeScreener implements EventScreener {

    static final Screeners.Factory FACTORY = (stream, registry) -> fixed(new FakeScreener());

    /** Returns screeners that follow no update. */
    static Screeners fixed(EventScreener... screeners) {
        return new Screeners() {
            @Override
            public List<EventScreener> current() {
                return List.of(screeners);
            }

            @Override
            public void follow(ModelUpdate update) {
                // It reads commands, whatever the version.
            }
        };
    }

    @Override
    public List<Screening> screen(IndexedRecord ad) {
        String advertiser = field(ad, "advertiserName");
        String page = field(ad, "url");
        Instant time = Instant.ofEpochMilli((long) ad.get(EventStream.ADVERTISEMENTS.timeField()));
        Findings findings = WordWatch.findings(
                advertiser,
                field(ad, "adId"),
                time,
                switch (field(ad, "text")) {
                    case "weak" -> new String[] {"W-1"};
                    case "strong" -> new String[] {"W-1", "W-2"};
                    case "crash" -> throw new IllegalStateException("by the test");
                    default -> new String[0];
                });
        return List.of(new Screening(List.of(findings), List.of(WordWatch.visit(advertiser, page, time))));
    }

    private static String field(IndexedRecord ad, String name) {
        return String.valueOf(
                ad.get(Objects.requireNonNull(ad.getSchema().getField(name)).pos()));
    }
}
