package io.zhiwei.jobs.testing;

import io.zhiwei.jobs.warning.Definitions;
import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Profile;
import io.zhiwei.models.assessment.Subject;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.keyed.Carrier;
import io.zhiwei.models.keyed.Entry;
import io.zhiwei.models.keyed.Visit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The test model and what it finds. */
public final class WordWatch {

    public static final Path HOME = Path.of(System.getProperty("zhiwei.home"));

    private WordWatch() {}

    /** Returns where the test model and the regions lie. */
    public static Definitions definitions() {
        return new Definitions(
                HOME.resolve("jobs/src/test/resources/library").toString(),
                HOME.resolve("models/reference/regions.yaml").toString());
    }

    /** Returns findings of the given indicators about an advertiser. */
    public static Findings findings(String advertiser, String eventId, Instant time, String... indicators) {
        EventRef event = new EventRef(eventId, "advertisements", time);
        return new Findings(
                "word-watch",
                1,
                new Subject("advertiser", advertiser, advertiser),
                event,
                new Profile("420704", "", "市场监督管理局", Map.of("advertiserName", advertiser)),
                1,
                List.of(),
                List.of(),
                java.util.Arrays.stream(indicators)
                        .map(id -> finding(id, event))
                        .toList());
    }

    private static String place(String indicator) {
        return definitions().models().stream()
                .flatMap(model -> model.indicator(indicator).stream())
                .map(found -> Objects.requireNonNull(found.keyed()).place(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a visit of a page to its advertiser. */
    public static Visit visit(String advertiser, String page, Instant time) {
        Findings carrier = findings(advertiser, page + "@" + time, time);
        return new Visit(
                "word-watch",
                1,
                place("W-3"),
                advertiser,
                new Entry(
                        0,
                        carrier.event().eventId(),
                        time.toEpochMilli(),
                        Long.MAX_VALUE,
                        0,
                        new double[0],
                        new String[] {page},
                        0,
                        "",
                        1,
                        Double.NaN,
                        Carrier.of(carrier)));
    }

    private static Finding finding(String indicator, EventRef event) {
        return new Finding(
                indicator,
                1,
                1,
                "hits",
                indicator.equals("W-1") ? 30 : 80,
                1,
                false,
                Level.NONE,
                new Evidence(event, "text", indicator, List.of(), ""));
    }
}
