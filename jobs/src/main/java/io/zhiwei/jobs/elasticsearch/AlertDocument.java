package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.schemas.Alert;
import java.util.Set;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/** The document of an alert: every field of the alert, id = alert id, version = revision. */
public final class AlertDocument implements ElementConverter<Alert, DocumentWrite> {

    /** Index of the alerts. */
    public static final String INDEX = "zhiwei-alerts";

    /** Index of what versions in the shadow would have raised: nobody's work. */
    public static final String SHADOW_INDEX = "zhiwei-alerts-shadow";

    private static final long serialVersionUID = 1L;

    private final String index;

    private AlertDocument(String index) {
        this.index = index;
    }

    /** Returns the documents of alerts. */
    public static AlertDocument ofAlerts() {
        return new AlertDocument(INDEX);
    }

    /** Returns the documents of versions in the shadow. */
    public static AlertDocument ofShadowAlerts() {
        return new AlertDocument(SHADOW_INDEX);
    }

    @Override
    public DocumentWrite apply(Alert alert, SinkWriter.Context context) {
        return of(alert);
    }

    /** Returns the document of an alert. */
    public DocumentWrite of(Alert alert) {
        return new DocumentWrite(index, alert.getAlertId(), alert.getRevision(), AvroJson.document(alert, Set.of()));
    }
}
