package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import org.apache.flink.api.connector.source.Source;

/**
 * Where registry records and model updates come from.
 *
 * @param registry all records and markers, from the beginning
 * @param registryLoader reads those that are there when the job starts
 * @param models all model updates, from the beginning
 * @param modelLoader reads those that are there
 * @param recentEvents events of a stream and instance that are remembered at most, because records about them may come late
 */
public record ReferenceInput(
        Source<StreamRecord, ?, ?> registry,
        RegistryLoader registryLoader,
        Source<StreamRecord, ?, ?> models,
        ModelLoader modelLoader,
        int recentEvents) {}
