package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks model updates before any of them reaches an event, and answers each: a bad one is refused with its reasons, and the
 * last good version goes on. Runs once, so that there is one answer.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class CheckModels extends ProcessFunction<StreamRecord, Reference> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(CheckModels.class);

    private final Definitions definitions;
    private final ModelLoader loader;

    private transient MessageReader<ModelUpdate> reader;
    private transient ModelVersions versions;

    CheckModels(Definitions definitions, ModelLoader loader) {
        this.definitions = definitions;
        this.loader = loader;
    }

    @Override
    public void open(OpenContext context) {
        reader = MessageReader.specific(ModelUpdate.getClassSchema());
        versions = definitions.versions(loader);
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<Reference> out) {
        ModelUpdate update;
        try {
            update = reader.read(message.bytes());
        } catch (RefusedMessageException refusal) {
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    Refusals.ofRecord(message, Stage.DECODE, refusal.reason(), refusal.getMessage()));
            return;
        }
        List<String> problems = problems(update);
        LOGGER.info(
                "model update model={} version={} accepted={} problems={}",
                update.getModelId(),
                update.getVersion(),
                problems.isEmpty(),
                problems);
        context.output(SideOutputs.MODEL_REPLIES, reply(update, problems, context));
        if (problems.isEmpty()) {
            // Known ones too: an operator may have begun between this one's beginning and the update.
            out.collect(Reference.of(update));
        }
    }

    private List<String> problems(ModelUpdate update) {
        try {
            versions.accept(update);
            return List.of();
        } catch (DefinitionException refused) {
            return refused.problems().stream().map(Object::toString).toList();
        }
    }

    private static ModelReply reply(ModelUpdate update, List<String> problems, Context context) {
        return ModelReply.newBuilder()
                .setUpdateId(update.getUpdateId())
                .setModelId(update.getModelId())
                .setVersion(update.getVersion())
                .setAccepted(problems.isEmpty())
                .setProblems(problems)
                .setDecidedAt(Instant.ofEpochMilli(context.timerService().currentProcessingTime()))
                .build();
    }
}
