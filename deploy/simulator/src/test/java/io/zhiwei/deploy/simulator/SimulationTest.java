package io.zhiwei.deploy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A simulation: repeatable, in order, valid, true. */
class SimulationTest {

    private static final List<String> LOOK_ALIKES = List.of(
            "X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09", "X10", "X11", "X12", "X13", "X14", "X15",
            "X16", "X17", "X18", "X19", "LATE", "AGAIN", "CLOCK", "BARCODE");

    /** Whole lists in a failure's message would not fit into memory: a few of the wrong ones tell enough. */
    private static <T> List<T> wrong(Stream<T> things, Predicate<T> right) {
        return things.filter(right.negate()).limit(3).toList();
    }

    @Test
    void comesInTheOrderOfArrival() {
        List<Happening> events = City20Days.HAPPENINGS;

        assertThat(wrong(
                        IntStream.range(1, events.size()).boxed(),
                        i -> !events.get(i).arrival().isBefore(events.get(i - 1).arrival())))
                .isEmpty();
    }

    @Test
    void makesEventsThatTheirContractsAllow() {
        assertThat(wrong(City20Days.HAPPENINGS.stream().map(Happening::record), SimulationTest::canBeWritten))
                .isEmpty();
    }

    private static boolean canBeWritten(SpecificRecordBase record) {
        try {
            Encoder nowhere = EncoderFactory.get().directBinaryEncoder(OutputStream.nullOutputStream(), null);
            new SpecificDatumWriter<SpecificRecordBase>(record.getSchema(), record.getSpecificData())
                    .write(record, nowhere);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Test
    void makesTheSameEventsAgain() {
        assertThat(fingerprint(5)).isEqualTo(fingerprint(5)).isNotEqualTo(fingerprint(6));
    }

    private static long fingerprint(long seed) {
        Simulation simulation = Simulation.of(Settings.of(2, seed, 0.01));
        long fingerprint = 0;
        while (simulation.hasNext()) {
            fingerprint =
                    fingerprint * 31 + simulation.next().record().toString().hashCode();
        }
        return fingerprint;
    }

    @Test
    void schemesOfEveryKindHappen() {
        Set<String> expected = new HashSet<>();
        kinds("DS", 20, expected);
        kinds("RX", 18, expected);
        kinds("SP", 12, expected);
        kinds("MD", 12, expected);

        Set<String> kinds = City20Days.TRUTH.stream()
                .map(SchemeTruth::kind)
                .filter(kind -> !kind.startsWith("AW"))
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void kinds(String family, int number, Set<String> kinds) {
        IntStream.rangeClosed(1, number).forEach(i -> kinds.add(String.format("%s-%02d", family, i)));
    }

    @Test
    void theTruthNamesEventsThatExist() {
        Map<String, Instant> times = City20Days.HAPPENINGS.stream()
                .collect(Collectors.toMap(Happening::id, Happening::time, (first, again) -> first));

        assertThat(wrong(
                        City20Days.TRUTH.stream(),
                        scheme -> !scheme.subjectKey().isBlank()
                                && !scheme.eventIds().isEmpty()
                                && scheme.eventIds().stream().allMatch(id -> within(scheme, times.get(id)))))
                .isEmpty();
    }

    private static boolean within(SchemeTruth scheme, @Nullable Instant time) {
        return time != null && !time.isBefore(scheme.firstTime()) && !time.isAfter(scheme.lastTime());
    }

    @Test
    void everyLookAlikeOccursAndBelongsToNoScheme() {
        Set<String> codes = City20Days.HAPPENINGS.stream()
                .map(Happening::mark)
                .map(Mark::lookAlike)
                .collect(Collectors.toSet());

        assertThat(codes).containsAll(LOOK_ALIKES);
        assertThat(wrong(
                        City20Days.HAPPENINGS.stream().map(Happening::mark),
                        mark -> mark.lookAlike().isEmpty() || mark.scheme().isEmpty()))
                .isEmpty();
    }

    @Test
    void everyKindOfRegistryRecordIsFollowedByItsMarkerOnce() {
        List<RegistryRecord> records = new ArrayList<>();
        City20Days.HAPPENINGS.forEach(happening -> {
            if (happening.record() instanceof RegistryRecord record) {
                records.add(record);
            }
        });

        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        for (RegistryRecord record : records) {
            if (record.getSnapshotComplete()) {
                assertThat(closed.add(record.getKind())).as(record.getKind()).isTrue();
            } else {
                open.add(record.getKind());
            }
        }

        assertThat(closed).hasSize(27).containsAll(open);
    }

    @Test
    void correctionsFollowTheirSaleAndTurnItsAmount() {
        Map<String, SaleEvent> sales = City20Days.sales();
        List<SaleEvent> corrections = sales.values().stream()
                .filter(line -> line.getSaleType() == SaleType.RETURN || line.getSaleType() == SaleType.REVERSAL)
                .toList();

        assertThat(corrections.size()).isGreaterThan(50);
        assertThat(wrong(corrections.stream(), line -> follows(line, sales.get(line.getRefSaleLineId()))))
                .isEmpty();
    }

    private static boolean follows(SaleEvent line, @Nullable SaleEvent sale) {
        return sale != null
                && line.getAmount() == -sale.getAmount()
                && line.getIngestTime().isAfter(sale.getIngestTime())
                && line.getEventTime().isAfter(sale.getEventTime());
    }

    @Test
    void aFewLinesComeMoreThanADayLate() {
        double late = share(line ->
                Duration.between(line.getEventTime(), line.getIngestTime()).toHours() >= 24);

        assertThat(late).isBetween(0.0005, 0.03);
    }

    @Test
    void honestTradeHasTheRatesOfTheSpecification() {
        assertThat(share(line -> line.getRxId() != null)).isBetween(0.3, 0.65);
        assertThat(share(SimulationTest::isEphedrineCompound)).isBetween(0.002, 0.012);
        assertThat(share(line -> line.getTraceCodes().stream().anyMatch(code -> code.startsWith("69"))))
                .isBetween(0.001, 0.006);
    }

    private static boolean isEphedrineCompound(SaleEvent line) {
        return "氨酚伪麻美芬片".equals(line.getName()) || "复方伪麻黄碱缓释胶囊".equals(line.getName());
    }

    @Test
    void nobodyHonestComesBackForAColdWithinAMonth() {
        List<String> buyers = City20Days.HAPPENINGS.stream()
                .filter(happening -> happening.mark().equals(Mark.ORDINARY))
                .map(Happening::record)
                .filter(SaleEvent.class::isInstance)
                .map(SaleEvent.class::cast)
                .filter(line -> line.getSaleType() == SaleType.SALE && isEphedrineCompound(line))
                .map(SaleEvent::getBuyerIdHash)
                .toList();

        assertThat(buyers).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    private static double share(Predicate<SaleEvent> wanted) {
        List<SaleEvent> lines = City20Days.honest();
        return lines.stream().filter(wanted).count() / (double) lines.size();
    }

    @Test
    void honestPrescriptionsAreIssuedBeforeTheSaleAndReviewedInBetween() {
        Map<String, Prescription> scripts = City20Days.HAPPENINGS.stream()
                .filter(happening -> happening.record() instanceof Prescription)
                .collect(Collectors.toMap(Happening::id, happening -> (Prescription) happening.record()));

        assertThat(wrong(
                        City20Days.honest().stream().filter(line -> line.getRxId() != null),
                        line -> inOrder(scripts.get(line.getRxId()), line)))
                .isEmpty();
    }

    private static boolean inOrder(@Nullable Prescription script, SaleEvent line) {
        return script != null
                && script.getIssueTime().isBefore(line.getRxReviewTime())
                && line.getRxReviewTime().isBefore(line.getEventTime());
    }

    @Test
    void nobodyHonestBuysMoreThanTwoPacksOfEphedrine() {
        assertThat(wrong(
                        City20Days.honest().stream().filter(line -> "氨酚伪麻美芬片".equals(line.getName())),
                        line -> line.getQtyPacks() <= 2
                                && line.getRegisterId() != null
                                && line.getBuyerIdHash() != null))
                .isEmpty();
    }

    @Test
    void noHonestPackIsSoldTwice() {
        Set<String> sold = new HashSet<>();

        assertThat(wrong(
                        City20Days.honest().stream()
                                .filter(line -> line.getSaleType() == SaleType.SALE)
                                .flatMap(line -> line.getTraceCodes().stream())
                                .filter(code -> code.length() == 20),
                        sold::add))
                .isEmpty();
    }

    @Test
    void personalIdentifiersAreHashes() {
        assertThat(wrong(
                        City20Days.honest().stream().filter(line -> line.getBuyerIdHash() != null),
                        line -> line.getBuyerIdHash().matches("[0-9a-f]{32}")))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeSimulatedAndSaysWhatCan() {
        assertThatThrownBy(() -> Settings.of(0, 1, 1)).hasMessage("--days is 1 to 3660, not 0.");
        assertThatThrownBy(() -> Settings.of(1, 1, 0)).hasMessage("--scale is 0.005 to 20, not 0.0.");
        assertThatThrownBy(() -> new Settings(1, 1, 1, LocalDate.of(2020, 1, 1), List.of()))
                .hasMessageContaining("--start is a day from 2024-07-01");
    }
}
