package io.zhiwei.deploy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityTest {

    private static final Plan MONTH = new Plan(30, 7, 0.02, LocalDate.of(2026, 3, 2));

    private static List<Arrival> arrivals(Plan plan) {
        List<Arrival> all = new ArrayList<>();
        new City(plan).forEachRemaining(all::add);
        return all;
    }

    private static List<SaleEvent> sales(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(arrival -> arrival.topic().equals("sales"))
                .map(arrival -> (SaleEvent) arrival.event())
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameBytes(@TempDir Path folder) throws Exception {
        Plan plan = new Plan(2, 3, 0.02, LocalDate.of(2026, 3, 2));
        for (String run : List.of("a", "b")) {
            try (EventWriter writer = new EventWriter(folder.resolve(run))) {
                City city = new City(plan);
                while (city.hasNext()) {
                    writer.write(city.next());
                }
                for (Scheme scheme : city.truth()) {
                    writer.write(scheme);
                }
            }
        }
        for (String file : List.of("sales.ndjson", "prescriptions.ndjson", "registry.ndjson", "truth.ndjson")) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
        assertThat(Files.size(folder.resolve("a/sales.ndjson"))).isGreaterThan(100_000);
    }

    @Test
    void anotherSeedGivesAnotherCity() {
        Plan other = new Plan(1, 8, 0.02, LocalDate.of(2026, 3, 2));

        assertThat(arrivals(other)).hasSizeGreaterThan(100);
        assertThat(sales(arrivals(other)))
                .isNotEqualTo(sales(arrivals(new Plan(1, 9, 0.02, LocalDate.of(2026, 3, 2)))));
    }

    @Test
    void eventsComeInTheOrderOfTheirArrivalAndRegistersFirst() {
        List<Arrival> all = arrivals(new Plan(3, 7, 0.02, LocalDate.of(2026, 3, 2)));

        assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
        assertThat(all.get(0).topic()).isEqualTo("registry");
        assertThat(all.stream()
                        .anyMatch(arrival ->
                                arrival.event() instanceof RegistryRecord record && record.getSnapshotComplete()))
                .isTrue();
    }

    @Test
    void everySchemeRefersToEventsThatHappen() {
        City city = new City(MONTH);
        Set<String> ids = new HashSet<>();
        city.forEachRemaining(arrival -> ids.add(arrival.id()));

        assertThat(city.truth()).hasSizeGreaterThan(40).allSatisfy(scheme -> {
            assertThat(scheme.events()).as(scheme.id()).isNotEmpty();
            assertThat(ids).as(scheme.id()).containsAll(scheme.events());
        });
    }

    @Test
    void sellsAsTheSpecificationSays() {
        List<SaleEvent> sales = sales(arrivals(MONTH));
        double all = sales.size();
        double late = sales.stream()
                .filter(sale -> sale.getSaleType() == SaleType.RETURN)
                .count();

        assertThat(late / all).isCloseTo(0.003, within(0.0015));
        assertThat(sales.stream().filter(sale -> sale.getRxId() != null).count() / all)
                .isBetween(0.15, 0.45);
        assertThat(sales).allSatisfy(sale -> assertThat(sale.getDemo()).isTrue());
    }

    @Test
    void refusesWhatNoCityCanBe() {
        assertThatThrownBy(() -> new Plan(0, 1, 1, LocalDate.of(2026, 3, 2))).hasMessageContaining("days is 0");
        assertThatThrownBy(() -> new Plan(1, 1, 0, LocalDate.of(2026, 3, 2))).hasMessageContaining("scale is 0");
    }
}
