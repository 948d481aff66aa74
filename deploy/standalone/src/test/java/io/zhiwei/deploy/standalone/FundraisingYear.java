package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Family;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Milestones;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.trial.Replay;
import io.zhiwei.schemas.RegistryRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures illegal fund-raising over a simulated year without Kafka and Flink: precision and recall at orange, days between
 * the first orange alert and the collapse, and how many schemes were yellow by a week after the filing line. Arguments:
 * folder of the models, days, seed, scale.
 */
final class FundraisingYear {

    private static final Set<String> TOPICS = Set.of(
            "fund-flows", "investment-contracts", "payouts", "referrals", "enterprise-signs", "fundraising-complaints");

    private final Replay replay;
    private final Map<String, Instant> yellow = new TreeMap<>();
    private final Map<String, Instant> orange = new TreeMap<>();
    private final Map<String, Set<String>> signs = new TreeMap<>();
    private final Map<String, String> lookAlikes = new TreeMap<>();

    private FundraisingYear(Path models) {
        Model model = ModelLibrary.loadModel(models.resolve("library/illegal-fundraising"));
        this.replay = new Replay(model, Regions.load(models.resolve("reference/regions.yaml")), Duration.ofDays(3));
    }

    public static void main(String[] args) {
        Settings settings =
                Settings.of(Integer.parseInt(args[1]), Long.parseLong(args[2]), Double.parseDouble(args[3]));
        new FundraisingYear(Path.of(args[0])).run(Simulation.of(settings, EnumSet.of(Family.FUNDRAISING)));
    }

    private void run(Simulation simulation) {
        long events = 0;
        long spent = 0;
        int day = 0;
        while (simulation.hasNext()) {
            Happening happening = simulation.next();
            if (simulation.daysLived() > day) {
                day = simulation.daysLived();
                look(happening.arrival());
            }
            long start = System.nanoTime();
            if (happening.record() instanceof RegistryRecord record) {
                replay.record(record);
            } else if (TOPICS.contains(happening.stream().topic())) {
                events++;
                if (!happening.mark().lookAlike().isEmpty()) {
                    lookAlikes.put(
                            String.valueOf(happening.record().get("entityId")),
                            happening.mark().lookAlike());
                }
                replay.event(happening.stream().topic(), happening.record());
            }
            spent += System.nanoTime() - start;
        }
        look(Instant.MAX);
        System.out.printf("events %d, %.0f a second%n", events, events / (spent / 1e9));
        report(simulation);
    }

    private void look(Instant now) {
        if (now.isBefore(Instant.MAX)) {
            replay.advance(now.minus(Duration.ofHours(12)));
        }
        for (Episode episode : replay.episodes()) {
            String entity = episode.subject().name();
            if (episode.level().compareTo(Level.YELLOW) >= 0) {
                yellow.putIfAbsent(entity, now);
            }
            if (episode.level().compareTo(Level.ORANGE) >= 0) {
                orange.putIfAbsent(entity, now);
                signs.putIfAbsent(entity, Set.copyOf(episode.signs().keySet()));
            }
        }
    }

    private void report(Simulation simulation) {
        Map<String, Milestones> milestones = simulation.milestones();
        List<Long> leads = new ArrayList<>();
        int caught = 0;
        int schemes = 0;
        int early = 0;
        for (var scheme : simulation.truth()) {
            Milestones known = milestones.get(scheme.schemeId());
            if (known == null) {
                continue;
            }
            schemes++;
            Instant first = orange.remove(scheme.subjectKey());
            Instant seen = yellow.remove(scheme.subjectKey());
            Instant filing = known.filing();
            early += seen != null && (filing == null || !seen.isAfter(filing.plus(Duration.ofDays(7)))) ? 1 : 0;
            if (first == null) {
                System.out.println("missed " + scheme.schemeId());
                continue;
            }
            caught++;
            leads.add(Duration.between(first, known.collapse()).toDays());
        }
        leads.sort(null);
        orange.keySet()
                .forEach(entity ->
                        System.out.println("wrong " + entity + " " + lookAlikes.get(entity) + " " + signs.get(entity)));
        System.out.printf(
                "schemes %d, caught %d, precision %.3f, recall %.3f, median lead %d days, yellow by the filing line %d, honest"
                        + " yellow %d of %d%n",
                schemes,
                caught,
                caught / (double) Math.max(1, caught + orange.size()),
                caught / (double) Math.max(1, schemes),
                leads.isEmpty() ? -1 : leads.get(leads.size() / 2),
                early,
                yellow.size(),
                lookAlikes.size());
    }
}
