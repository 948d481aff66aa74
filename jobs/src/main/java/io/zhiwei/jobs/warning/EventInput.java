package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.EventStream;
import org.apache.flink.api.connector.source.Source;

/**
 * A stream of events and where it is read from.
 *
 * @param stream the stream
 * @param source its source
 */
public record EventInput(EventStream stream, Source<StreamRecord, ?, ?> source) {}
