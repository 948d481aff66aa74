package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private final List<AuditEntry> entries = chain("a", 5);

    @Test
    void whatWasWrittenFits() {
        assertThat(problems(entries)).isEmpty();
    }

    @Test
    void chainsOfSeveralConsolesMayMix() {
        List<AuditEntry> mixed = new ArrayList<>();
        List<AuditEntry> others = chain("b", 5);
        for (int i = 0; i < entries.size(); i++) {
            mixed.add(entries.get(i));
            mixed.add(others.get(i));
        }

        assertThat(problems(mixed)).isEmpty();
    }

    @Test
    void anAlteredEntryIsSeen() {
        AuditEntry altered =
                AuditEntry.newBuilder(entries.get(2)).setWho("nobody").build();
        entries.set(2, altered);

        assertThat(problems(entries)).containsExactly("number 3 was altered");
    }

    @Test
    void anEntryThatWasAlteredTogetherWithItsHashIsSeen() {
        entries.set(2, AuditChain.link(AuditEntry.newBuilder(entries.get(2)).setWho("nobody"), entries.get(1)));

        assertThat(problems(entries)).containsExactly("number 4 does not stand on the one before it");
    }

    @Test
    void aRemovedEntryIsSeen() {
        entries.remove(1);

        assertThat(problems(entries)).containsExactly("number 2 is missing: number 3 follows");
    }

    @Test
    void aRemovedBeginningIsSeen() {
        entries.remove(0);

        assertThat(problems(entries)).first().isEqualTo("number 1 is missing: number 2 follows");
    }

    @Test
    void textCannotPassFromOneFieldIntoTheNext() {
        AuditEntry entry = entries.get(0);
        AuditEntry moved = AuditEntry.newBuilder(entry)
                .setWho(entry.getWho() + entry.getAction())
                .setAction("")
                .build();

        assertThat(problems(List.of(moved))).containsExactly("number 1 was altered");
    }

    private static List<String> problems(List<AuditEntry> entries) {
        AuditChain chain = new AuditChain();
        return entries.stream().map(chain::accept).flatMap(Optional::stream).toList();
    }

    private static List<AuditEntry> chain(String name, int length) {
        List<AuditEntry> entries = new ArrayList<>();
        Stream.iterate(1, i -> i + 1)
                .limit(length)
                .forEach(i -> entries.add(AuditChain.link(
                        AuditEntry.newBuilder()
                                .setChain(name)
                                .setNumber(0)
                                .setPrevious("")
                                .setHash("")
                                .setAt(Instant.parse("2026-03-02T04:05:06Z"))
                                .setWho("investigator")
                                .setAction("GET /alerts/{id}")
                                .setObject("a" + i)
                                .setDetail(""),
                        entries.isEmpty() ? null : Objects.requireNonNull(entries.get(entries.size() - 1)))));
        return entries;
    }
}
