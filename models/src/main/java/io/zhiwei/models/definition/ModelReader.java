package io.zhiwei.models.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one {@code model.yaml} and checks what can be checked without the event schema. */
final class ModelReader {

    private final Problems problems;
    private final Path folder;

    ModelReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Model read() throws IOException {
        Yaml yaml = Yaml.read(folder.resolve("model.yaml"), problems);
        Yaml factors = yaml.get("factors");
        Yaml agency = yaml.get("leadAgency");
        Model model = new Model(
                yaml.text("id"),
                yaml.integer("version", 0),
                yaml.get("since").parse(LocalDate::parse, "a date such as 2026-11-24", LocalDate.EPOCH),
                yaml.text("author"),
                LocalName.read(yaml.get("name")),
                LocalName.read(yaml.get("description")),
                StreamRule.read(yaml.text("stream"), yaml),
                StreamRule.named(yaml, "alsoReads", ModelReader::other),
                Duration.ofDays(yaml.integer("episodeDays", 7)),
                StreamRule.named(yaml, "thresholds", Threshold::read),
                indicators(yaml),
                yaml.number("evasionMultiplier", 1.0),
                Factor.readAll(factors.get("circumstances")),
                factors.number("cap"),
                levels(yaml),
                Duration.ofDays(yaml.integer("holdDays", 0)),
                Index.read(yaml),
                agency.text("otherwise"),
                sentences(yaml, "triage"),
                sentences(yaml, "gaps"),
                folder);
        factors.refuseUnknownKeys();
        agency.refuseUnknownKeys();
        yaml.refuseUnknownKeys();
        refuseNonsense(model, yaml);
        return model;
    }

    private void refuseNonsense(Model model, Yaml yaml) {
        String name = folder.getFileName().toString();
        if (!model.id().equals(name)) {
            yaml.get("id").refuse("'" + model.id() + "' must equal the name of its folder, '" + name + "'.");
        }
        if (model.version() < 1) {
            yaml.refuse("version is a whole number from 1.");
        }
        if (model.triage().isEmpty()) {
            yaml.refuse("triage is missing. Say in two or three steps what an investigator does first.");
        }
        Set<String> ids = new HashSet<>();
        Set<String> thresholds = new HashSet<>();
        model.thresholds().forEach(threshold -> thresholds.add(threshold.name()));
        for (Indicator indicator : model.indicators()) {
            if (!ids.add(indicator.id())) {
                problems.add(indicator.line(), "indicator '" + indicator.id() + "' stands twice. Give it its own id.");
            }
            String threshold = indicator.threshold();
            if (threshold != null && !thresholds.contains(threshold)) {
                problems.add(
                        indicator.line(),
                        indicator.id() + ": there is no threshold '" + threshold + "'."
                                + Problems.suggest(threshold, thresholds));
            }
        }
        refuseUnknownNames(model, ids, thresholds);
        for (Exemption exemption : model.reads().exemptions()) {
            for (String id : exemption.indicators()) {
                if (!ids.contains(id)) {
                    problems.add(
                            exemption.line(),
                            exemption.id() + ": there is no indicator '" + id + "'." + Problems.suggest(id, ids));
                }
            }
        }
    }

    /** What levels and the index are made of must be there. */
    private void refuseUnknownNames(Model model, Set<String> ids, Set<String> thresholds) {
        for (LevelRule level : model.levels()) {
            for (Gate gate : level.gates()) {
                gate.signs().forEach(sign -> requireAll(sign.indicators(), ids, "indicator", gate.line()));
            }
        }
        Set<String> stated = new HashSet<>();
        for (Stated figure : model.stated()) {
            if (!stated.add(figure.name())) {
                problems.add(figure.line(), "the figure '" + figure.name() + "' is stated twice. Choose another name.");
            }
        }
        Index index = model.index();
        for (Index.Dimension dimension : index == null ? List.<Index.Dimension>of() : index.dimensions()) {
            requireAll(dimension.signs(), ids, "indicator", dimension.line());
            requireAll(
                    dimension.figure() == null ? List.of() : List.of(dimension.figure()),
                    stated,
                    "stated figure",
                    dimension.line());
            dimension.steps().forEach(step -> requireAll(List.of(step.above()), thresholds, "threshold", step.line()));
        }
        for (Index.Weighting weighting : index == null ? List.<Index.Weighting>of() : index.weightings()) {
            requireAll(
                    weighting.known() == null ? List.of() : List.of(weighting.known()),
                    stated,
                    "stated figure",
                    weighting.line());
        }
    }

    private void requireAll(List<String> names, Set<String> known, String what, int line) {
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(line, "there is no " + what + " '" + name + "'." + Problems.suggest(name, known));
            }
        }
    }

    private static List<LocalName> sentences(Yaml yaml, String key) {
        return yaml.list(key).stream().map(LocalName::readEither).toList();
    }

    private static StreamRule other(String topic, Yaml yaml) {
        StreamRule rule = StreamRule.read(topic, yaml);
        yaml.refuseUnknownKeys();
        return rule;
    }

    private static List<Indicator> indicators(Yaml yaml) {
        List<Indicator> result = new ArrayList<>();
        for (Yaml item : yaml.get("indicators").items()) {
            result.add(Indicator.read(item, yaml.text("stream")));
        }
        return List.copyOf(result);
    }

    private static List<LevelRule> levels(Yaml yaml) {
        List<LevelRule> rules = new ArrayList<>(StreamRule.named(yaml, "levels", LevelRule::read));
        rules.sort(Comparator.comparing(LevelRule::level));
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).from() <= rules.get(i - 1).from()) {
                yaml.get("levels").refuse("a higher level must begin at a higher score.");
            }
        }
        if (rules.isEmpty()) {
            yaml.refuse("'levels' is missing. Give at least BLUE.");
        }
        return List.copyOf(rules);
    }
}
