package io.zhiwei.models.measure.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.tree.ReferralTree.Branch;
import io.zhiwei.models.measure.tree.ReferralTree.Gravity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReferralTreeTest {

    private final ReferralTree tree = new ReferralTree(10_000);

    @Test
    void scenario10ThirtyFiveMembersAtFourLevelsReachTheFilingLine() {
        for (int i = 1; i < 35; i++) {
            tree.add(new Referral("m" + (i < 3 ? 0 : i < 12 ? 1 : 4), "m" + i, i, 98_000));
        }

        assertThat(tree.members()).isEqualTo(35);
        assertThat(tree.depth()).isEqualTo(4);
        assertThat(tree.feesFen()).isEqualTo(34 * 98_000L);
        assertThat(tree.gravity()).isEqualTo(Gravity.FILING);
    }

    @Test
    void twoLevelsOfAThousandAreNoPyramid() {
        for (int i = 0; i < 1_000; i++) {
            tree.add(new Referral("seller", "buyer " + i, i, 0));
        }

        assertThat(tree.depth()).isEqualTo(2);
        assertThat(tree.gravity()).isEqualTo(Gravity.NONE);
    }

    @Test
    void feesOfTwoAndAHalfMillionAreSerious() {
        for (int i = 1; i < 30; i++) {
            tree.add(new Referral("m" + (i - 1), "m" + i, i, 9_000_000));
        }

        assertThat(tree.gravity()).isEqualTo(Gravity.SERIOUS);
        assertThat(tree.retract(new Referral("m28", "m29", 29, 9_000_000))).isTrue();
        assertThat(tree.gravity()).isEqualTo(Gravity.NONE);
    }

    @Test
    void whoCameBeforeHisInviterMovesDownWithHim() {
        tree.add(new Referral("b", "c", 2, 0));
        tree.add(new Referral("c", "d", 3, 0));
        tree.add(new Referral("a", "b", 1, 0));

        assertThat(tree.levelOf("d")).isEqualTo(4);
        assertThat(tree.sizeOf("a")).isEqualTo(4);
        assertThat(tree.largest(2)).containsExactly(new Branch("a", 4), new Branch("b", 3));
    }

    @Test
    void theEarlierOfTwoInvitersCounts() {
        tree.add(new Referral("late", "x", 9, 0));
        tree.add(new Referral("root", "early", 1, 0));
        tree.add(new Referral("early", "x", 5, 0));
        assertThat(tree.levelOf("x")).isEqualTo(3);

        tree.retract(new Referral("early", "x", 5, 0));
        assertThat(tree.levelOf("x")).isEqualTo(2);
    }

    @Test
    void aRingIsOpenedAtItsLatestReferralAndClosedNoMoreWhenItBreaks() {
        tree.add(new Referral("c", "a", 30, 0));
        tree.add(new Referral("a", "b", 10, 0));
        tree.add(new Referral("b", "c", 20, 0));
        assertThat(tree.levelOf("a")).isEqualTo(1);
        assertThat(tree.levelOf("c")).isEqualTo(3);

        tree.retract(new Referral("a", "b", 10, 0));
        assertThat(tree.levelOf("b")).isEqualTo(1);
        assertThat(tree.levelOf("a")).isEqualTo(3);
    }

    @Test
    void nobodyBringsHimself() {
        assertThat(tree.add(new Referral("a", "a", 1, 0))).isFalse();
        assertThat(tree.members()).isZero();
        assertThat(tree.depth()).isZero();
    }

    @Test
    void whoFindsNoRoomIsCounted() {
        ReferralTree small = new ReferralTree(2);
        small.add(new Referral("a", "b", 1, 0));
        small.add(new Referral("b", "c", 2, 0));

        assertThat(small.members()).isEqualTo(2);
        assertThat(small.refused()).isEqualTo(1);
    }

    /** Shuffled, with reversals, second inviters and rings: the tree equals one made from what remains. */
    @Property(tries = 300)
    void doesNotDependOnTheOrderOfTelling(@ForAll long seed) {
        ReferralTree tree = new ReferralTree(10_000);
        Random random = new Random(seed);
        List<Referral> kept = new ArrayList<>();
        List<Referral> back = new ArrayList<>();
        int names = 4 + random.nextInt(20);
        for (int i = 0; i < 30; i++) {
            Referral referral =
                    new Referral("m" + random.nextInt(names), "m" + random.nextInt(names), i, random.nextInt(100));
            (random.nextInt(4) == 0 ? back : kept).add(referral);
        }
        List<Runnable> told = new ArrayList<>();
        kept.forEach(referral -> told.add(() -> tree.add(referral)));
        Collections.shuffle(told, random);
        for (Referral referral : back) {
            int place = random.nextInt(told.size() + 1);
            told.add(place, () -> tree.add(referral));
            told.add(place + 1 + random.nextInt(told.size() - place), () -> tree.retract(referral));
        }

        told.forEach(Runnable::run);

        Map<String, Integer> expected = batch(kept);
        assertThat(tree.levels()).isEqualTo(expected);
        assertThat(tree.depth())
                .isEqualTo(expected.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0));
        assertThat(tree.feesFen())
                .isEqualTo(kept.stream()
                        .filter(r -> !r.inviter().equals(r.invitee()))
                        .mapToLong(Referral::feeFen)
                        .sum());
    }

    private static Map<String, Integer> batch(List<Referral> referrals) {
        Map<String, Referral> chosen = new HashMap<>();
        Set<String> names = new HashSet<>();
        referrals.stream()
                .filter(r -> !r.inviter().equals(r.invitee()))
                .sorted(Comparator.comparingLong(Referral::millis))
                .forEach(r -> {
                    chosen.putIfAbsent(r.invitee(), r);
                    names.add(r.invitee());
                    names.add(r.inviter());
                });
        Set<String> open = new HashSet<>();
        for (String name : names) {
            List<String> way = new ArrayList<>();
            String at = name;
            while (chosen.containsKey(at) && !way.contains(at)) {
                way.add(at);
                at = chosen.get(at).inviter();
            }
            if (chosen.containsKey(at)) {
                open.add(way.subList(way.indexOf(at), way.size()).stream()
                        .max(Comparator.comparingLong(member ->
                                Objects.requireNonNull(chosen.get(member)).millis()))
                        .orElseThrow());
            }
        }
        Map<String, Integer> levels = new HashMap<>();
        for (String name : names) {
            int level = 1;
            for (String at = name;
                    chosen.containsKey(at) && !open.contains(at);
                    at = chosen.get(at).inviter()) {
                level++;
            }
            levels.put(name, level);
        }
        return levels;
    }
}
