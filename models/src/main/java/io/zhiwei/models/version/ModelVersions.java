package io.zhiwei.models.version;

import io.zhiwei.models.assessment.Digest;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problem;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All versions of all models: those of the library, and those that came while the jobs ran. An update is taken whole or
 * refused with its reasons. Not thread-safe.
 */
public final class ModelVersions {

    /** What was read and found good: every stage of a job takes the same updates. Grows with what people publish. */
    private static final Map<String, Model> READ = new ConcurrentHashMap<>();

    private final Path library;
    private final Regions regions;
    private final Set<String> topics = new TreeSet<>();
    private final Map<String, List<ModelVersion>> versions = new TreeMap<>();

    /**
     * Begins with the versions of a library.
     *
     * @param library its folder
     * @throws DefinitionException if a model of the library is wrong
     */
    public ModelVersions(Path library, Regions regions) {
        this.library = library;
        this.regions = regions;
        for (Model model : ModelLibrary.load(library).models()) {
            versions.put(model.id(), new ArrayList<>(List.of(ModelVersion.ofLibrary(model))));
            topics.addAll(model.topics());
        }
        topics.add(Feed.REGISTRY);
    }

    /**
     * Takes an update.
     *
     * @return whether it says anything new
     * @throws DefinitionException with everything for which it is refused; nothing has changed then
     */
    public boolean accept(ModelUpdate update) {
        Optional<ModelVersion> known = came(update);
        if (known.isPresent() && isContinuedBy(update, known.get().update())) {
            return false;
        }
        new UpdateRules(regions)
                .check(update, known.map(ModelVersion::update).orElse(null), latest(update.getModelId()));
        Model model = known.map(ModelVersion::model).orElseGet(() -> read(update));
        List<ModelVersion> all = versions.computeIfAbsent(update.getModelId(), id -> new ArrayList<>());
        known.ifPresent(all::remove);
        all.add(new ModelVersion(named(model, update), update));
        all.sort(Comparator.comparing((ModelVersion version) -> version.model().version())
                .reversed());
        return true;
    }

    /**
     * Takes an update of the topic, where refused ones lie too: who checks the updates has answered those.
     *
     * @return whether it says anything new
     */
    public boolean follow(ModelUpdate update) {
        try {
            return accept(update);
        } catch (DefinitionException refused) {
            return false;
        }
    }

    private Model read(ModelUpdate update) {
        return READ.computeIfAbsent(
                library.toAbsolutePath() + " " + update.getModelId() + " " + update.getDigest() + " " + topics,
                name -> checked(update));
    }

    private Model checked(ModelUpdate update) {
        Model model = VersionFolder.read(library, update.getModelId(), update.getFiles());
        if (model.version() != update.getVersion()) {
            throw new DefinitionException(List.of(new Problem(
                    update.getModelId() + "/model.yaml",
                    0,
                    "says version " + model.version() + ", the update says " + update.getVersion() + ".")));
        }
        ModelCheck.check(model, regions, topics);
        return model;
    }

    private static Model named(Model model, ModelUpdate update) {
        return ModelVersion.stateOf(update) == ModelState.SHADOW ? model.inShadow() : model.inTheLight();
    }

    private Optional<ModelVersion> came(ModelUpdate update) {
        return all(update.getModelId())
                .filter(version -> version.update() != null
                        && version.model().version() == update.getVersion()
                        && update.getDigest().equals(version.update().getDigest()))
                .findFirst();
    }

    private static boolean isContinuedBy(ModelUpdate old, @Nullable ModelUpdate known) {
        return known != null && startsWith(known.getTransitions(), old.getTransitions());
    }

    static boolean startsWith(List<ModelTransition> whole, List<ModelTransition> beginning) {
        return whole.size() >= beginning.size()
                && whole.subList(0, beginning.size()).equals(beginning);
    }

    private int latest(String modelId) {
        return all(modelId).mapToInt(version -> version.model().version()).max().orElse(0);
    }

    private Stream<ModelVersion> all(String modelId) {
        return versions.getOrDefault(modelId, List.of()).stream();
    }

    /** Returns the ids of all models. */
    public Set<String> ids() {
        return versions.keySet();
    }

    /** Returns every version of a model, whatever its state, the newest first. */
    public List<ModelVersion> history(String modelId) {
        return all(modelId).toList();
    }

    /** Returns the active version of a model that judges an event; empty where none does. */
    public Optional<ModelVersion> judging(String modelId, Instant time, String region) {
        return Optional.ofNullable(judging(history(modelId), time, region));
    }

    /** Returns the version that judges an event: the newest active one that applies; null where none does. */
    public static @Nullable ModelVersion judging(List<ModelVersion> newestFirst, Instant time, String region) {
        for (ModelVersion version : newestFirst) {
            if (version.state() == ModelState.ACTIVE && version.applies(time, region)) {
                return version;
            }
        }
        return null;
    }

    /** Returns the models of all versions that run; those in the shadow under names of their own. */
    public List<Model> running() {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(ModelVersion::runs)
                .map(ModelVersion::model)
                .toList();
    }

    /** Returns the models of all versions, those that do not run included. */
    public List<Model> all() {
        return versions.values().stream()
                .flatMap(List::stream)
                .map(ModelVersion::model)
                .toList();
    }

    /** Returns the digest of a version's files. */
    public static String digest(Map<String, String> files) {
        return Digest.hex(new TreeMap<>(files)
                .entrySet().stream()
                        .flatMap(file -> Stream.of(file.getKey(), file.getValue()))
                        .toArray(String[]::new));
    }
}
