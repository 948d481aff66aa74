package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.schemas.Alert;
import java.util.Set;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/** The document of an alert: every field of the alert, id = alert id, version = revision. */
public final class AlertDocument implements ElementConverter<Alert, DocumentWrite> {

    /** Index of the alerts. */
    public static final String INDEX = "zhiwei-alerts";

    private static final long serialVersionUID = 1L;

    @Override
    public DocumentWrite apply(Alert alert, SinkWriter.Context context) {
        return of(alert);
    }

    static DocumentWrite of(Alert alert) {
        return new DocumentWrite(INDEX, alert.getAlertId(), alert.getRevision(), AvroJson.document(alert, Set.of()));
    }
}
