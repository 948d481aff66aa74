package io.zhiwei.deploy.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.measure.number.CreditCode;
import io.zhiwei.models.trial.Trial;
import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.SingleObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class AdvertisementGeneratorTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final int MANY = 5_000;
    private static final int SCREENED = 1_500;

    @Test
    void makesTheSameEventsFromTheSameSeed() {
        assertThat(events(7, 0.05)).isEqualTo(events(7, 0.05));
    }

    @Test
    void makesOthersFromAnotherSeed() {
        assertThat(events(7, 0.05)).isNotEqualTo(events(8, 0.05));
    }

    @Test
    void keepsTheShareOfViolations() {
        long violating = sightings(3, 0.05).stream().filter(Sighting::violating).count();

        assertThat(violating).isBetween(MANY * 4L / 100, MANY * 6L / 100);
    }

    @Test
    void writesTextsOfAdvertisingLengthAndHardlyTwiceTheSame() {
        List<String> texts =
                events(3, 0.05).stream().map(Advertisement::getText).toList();
        Set<String> different = new HashSet<>(texts);

        assertThat(texts).allMatch(text -> text.length() >= 30 && text.length() <= 320);
        assertThat(texts.stream().mapToInt(String::length).average().orElseThrow())
                .isBetween(90.0, 160.0);
        assertThat(different.size()).isBetween(MANY * 3 / 4, MANY * 9 / 10);
    }

    @Test
    void leavesNoSlotOpen() {
        assertThat(events(3, 0.5)).noneMatch(event -> event.getText().contains("<"));
    }

    @Test
    void givesEveryEventItsOwnIdAndASoundCreditCode() {
        List<Advertisement> events = events(3, 0.05);

        assertThat(events.stream().map(Advertisement::getAdId).distinct()).hasSize(MANY);
        assertThat(events).allMatch(event -> CreditCode.isSound(String.valueOf(event.getAdvertiserUscc())));
    }

    @Test
    void theModelHardlyEverSuspectsWhatIsLegal() throws Exception {
        Home home = Home.find();
        Model model = ModelLibrary.loadModel(home.models().resolve("medical-ads"));
        Trial trial = new Trial(model, EventStream.ADVERTISEMENTS.schema(), Regions.load(home.regions()));
        MessageReader<IndexedRecord> reader = MessageReader.generic(EventStream.ADVERTISEMENTS.schema());
        List<Advertisement> suspected = new ArrayList<>();

        for (Sighting sighting : sightings(5, 0).subList(0, SCREENED)) {
            IndexedRecord event = reader.read(SingleObject.encode(sighting.advertisement()));
            if (trial.assess(event).level() != Level.NONE) {
                suspected.add(sighting.advertisement());
            }
        }

        assertThat(suspected).extracting(Advertisement::getText).hasSizeLessThan(SCREENED / 500);
    }

    private static List<Advertisement> events(long seed, double share) {
        return sightings(seed, share).stream().map(Sighting::advertisement).toList();
    }

    private static List<Sighting> sightings(long seed, double share) {
        AdvertisementGenerator generator = new AdvertisementGenerator(seed, share);
        return Stream.generate(() -> generator.next(NOON)).limit(MANY).toList();
    }
}
