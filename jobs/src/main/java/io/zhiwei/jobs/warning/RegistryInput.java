package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import org.apache.flink.api.connector.source.Source;

/**
 * Where registry records come from.
 *
 * @param source all records and markers, from the beginning
 * @param loader reads those that are there when the job starts
 */
public record RegistryInput(Source<StreamRecord, ?, ?> source, RegistryLoader loader) {}
