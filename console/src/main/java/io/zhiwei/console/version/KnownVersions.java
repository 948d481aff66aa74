package io.zhiwei.console.version;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelUpdate;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of a library and of a log, without what the job has refused: its last good version goes on. */
final class KnownVersions {

    private final Path library;
    private final Regions regions;
    private final VersionLog log;
    private @Nullable Read latest;

    KnownVersions(Path library, Regions regions, VersionLog log) {
        this.library = library;
        this.regions = regions;
        this.log = log;
    }

    /** Versions, and what they came from. */
    private record Read(List<ModelUpdate> updates, ModelVersions versions) {}

    /** Returns versions that nobody may change: every page asks for them, and to read them from files takes a while. */
    synchronized ModelVersions toRead() {
        List<ModelUpdate> updates = accepted();
        Read read = latest;
        if (read == null || !read.updates.equals(updates)) {
            read = new Read(updates, follow(updates));
            latest = read;
        }
        return read.versions;
    }

    /** Returns versions of the caller's own. */
    ModelVersions toChange() {
        return follow(accepted());
    }

    private ModelVersions follow(List<ModelUpdate> updates) {
        ModelVersions versions = new ModelVersions(library, regions);
        updates.forEach(versions::follow);
        return versions;
    }

    private List<ModelUpdate> accepted() {
        return log.updates().stream()
                .filter(update -> log.reply(update.getUpdateId())
                        .map(ModelReply::getAccepted)
                        .orElse(true))
                .toList();
    }
}
