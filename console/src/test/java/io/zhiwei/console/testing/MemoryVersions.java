package io.zhiwei.console.testing;

import io.zhiwei.console.version.VersionLog;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics of model updates and replies in memory, with a job that answers when it is told to. */
public final class MemoryVersions implements VersionLog {

    private final List<ModelUpdate> all = new ArrayList<>();
    private final Map<String, ModelReply> replies = new HashMap<>();

    private List<String> refusal = List.of();

    /** Forgets everything. */
    public void clear() {
        refusal = List.of();
        all.clear();
        replies.clear();
    }

    /** Lets the job refuse what comes next. */
    public void refuse(String problem) {
        refusal = List.of(problem);
    }

    /** Answers the latest update. */
    public void answer(String... problems) {
        ModelUpdate update = all.get(all.size() - 1);
        replies.put(
                update.getUpdateId(),
                ModelReply.newBuilder()
                        .setUpdateId(update.getUpdateId())
                        .setModelId(update.getModelId())
                        .setVersion(update.getVersion())
                        .setAccepted(problems.length == 0)
                        .setProblems(List.of(problems))
                        .setDecidedAt(Instant.parse("2026-03-02T04:05:00Z"))
                        .build());
    }

    @Override
    public void append(ModelUpdate update) {
        all.add(update);
    }

    @Override
    public List<ModelUpdate> updates() {
        return List.copyOf(all);
    }

    @Override
    public Optional<ModelReply> reply(String updateId) {
        return Optional.ofNullable(replies.get(updateId));
    }

    @Override
    public void awaitReply(String updateId, Duration patience) {
        if (!refusal.isEmpty()) {
            answer(refusal.toArray(String[]::new));
            refusal = List.of();
        }
    }
}
