package io.zhiwei.console.quality;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.alert.Buckets;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages that could not be used, by the index {@code zhiwei-dead-letters}. */
public final class ElasticsearchRefusals implements Refusals {

    private static final String INDEX = "zhiwei-dead-letters";
    private static final int MANY = 100;

    private final ElasticsearchClient client;

    /** Reads through a client, which stays the caller's. */
    public ElasticsearchRefusals(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public List<Refused> since(Instant from) {
        try {
            SearchResponse<Void> response = client.search(
                    s -> s.index(INDEX)
                            .size(0)
                            .query(q -> q.range(
                                    r -> r.date(d -> d.field("refusedAt").gte(from.toString()))))
                            .aggregations(
                                    "topics",
                                    a -> a.terms(t -> t.field("topic").size(MANY))
                                            .aggregations(
                                                    "reasons",
                                                    i -> i.terms(t ->
                                                            t.field("reason").size(MANY)))),
                    Void.class);
            return refused(response.aggregations());
        } catch (IOException | ElasticsearchException e) {
            throw new UnavailableException("Elasticsearch does not answer", e);
        }
    }

    private static List<Refused> refused(Map<String, Aggregate> found) {
        List<Refused> refused = new ArrayList<>();
        for (StringTermsBucket topic : Buckets.buckets(found, "topics")) {
            for (StringTermsBucket reason : Buckets.buckets(topic.aggregations(), "reasons")) {
                refused.add(new Refused(Buckets.key(topic), Buckets.key(reason), reason.docCount()));
            }
        }
        return refused;
    }
}
