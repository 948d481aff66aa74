package io.zhiwei.jobs.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sends documents in bulk and says of each what became of it. A whole request that fails is put down to the index's
 * state and every document is to be retried, unless the request itself was refused (400, 413): then it is halved until
 * the document that is to blame stands alone.
 */
final class BulkClient implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int SOCKET_TIMEOUT_MILLIS = 30_000;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int NO_STATUS = 0;

    private final RestClient rest;
    private final ElasticsearchAsyncClient client;

    private BulkClient(RestClient rest) {
        this.rest = rest;
        this.client = new ElasticsearchAsyncClient(new RestClientTransport(rest, new JacksonJsonpMapper()));
    }

    static BulkClient connect(String url, String apiKey) {
        RestClientBuilder builder = RestClient.builder(HttpHost.create(url))
                .setRequestConfigCallback(config ->
                        config.setConnectTimeout(CONNECT_TIMEOUT_MILLIS).setSocketTimeout(SOCKET_TIMEOUT_MILLIS));
        if (!apiKey.isEmpty()) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + apiKey)});
        }
        return new BulkClient(builder.build());
    }

    /** Sends the documents; the future never ends exceptionally. */
    CompletableFuture<List<DocumentResult>> send(List<DocumentWrite> writes) {
        CompletableFuture<BulkResponse> response;
        try {
            response = client.bulk(request(writes));
        } catch (RuntimeException e) {
            // The HTTP client refuses requests once it is shut down or has died; the documents stay ours.
            response = CompletableFuture.failedFuture(e);
        }
        return response.thenApply(answer -> results(writes, answer))
                .exceptionallyCompose(failure -> failed(writes, root(failure)));
    }

    private static BulkRequest request(List<DocumentWrite> writes) {
        return BulkRequest.of(bulk ->
                bulk.operations(writes.stream().map(BulkClient::operation).toList()));
    }

    private static BulkOperation operation(DocumentWrite write) {
        return BulkOperation.of(operation -> operation.index(index -> index.index(write.index())
                .id(write.id())
                .versionType(VersionType.External)
                .version(write.version())
                .document(BinaryData.of(write.json(), ContentType.APPLICATION_JSON))));
    }

    private static List<DocumentResult> results(List<DocumentWrite> writes, BulkResponse response) {
        List<BulkResponseItem> items = response.items();
        if (items.size() != writes.size()) {
            return all(writes, BulkOutcome.RETRY, "answer of " + items.size() + " items to " + writes.size());
        }
        List<DocumentResult> results = new ArrayList<>(writes.size());
        for (int i = 0; i < writes.size(); i++) {
            BulkResponseItem item = items.get(i);
            results.add(new DocumentResult(
                    writes.get(i), BulkOutcome.ofDocument(item.status()), reason(item.status(), item.error())));
        }
        return results;
    }

    private CompletableFuture<List<DocumentResult>> failed(List<DocumentWrite> writes, Throwable failure) {
        int status = status(failure);
        if (status != BAD_REQUEST && status != TOO_LARGE) {
            return CompletableFuture.completedFuture(all(writes, BulkOutcome.RETRY, String.valueOf(failure)));
        }
        if (writes.size() == 1) {
            return CompletableFuture.completedFuture(
                    all(writes, BulkOutcome.REJECTED, "HTTP " + status + ": " + failure.getMessage()));
        }
        int half = writes.size() / 2;
        return send(writes.subList(0, half)).thenCombine(send(writes.subList(half, writes.size())), (first, second) -> {
            List<DocumentResult> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        });
    }

    private static List<DocumentResult> all(List<DocumentWrite> writes, BulkOutcome outcome, String reason) {
        return writes.stream()
                .map(write -> new DocumentResult(write, outcome, reason))
                .toList();
    }

    private static String reason(int status, @Nullable ErrorCause error) {
        if (error == null) {
            return "";
        }
        ErrorCause cause = error.causedBy();
        return "HTTP " + status + " " + error.type() + ": " + error.reason()
                + (cause == null ? "" : " (" + cause.type() + ": " + cause.reason() + ")");
    }

    /** The client reports some statuses by an exception of its transport and the others by its own. */
    private static int status(Throwable failure) {
        if (failure instanceof ElasticsearchException refused) {
            return refused.status();
        }
        if (failure instanceof ResponseException refused) {
            return refused.getResponse().getStatusLine().getStatusCode();
        }
        if (failure instanceof TransportException refused) {
            return refused.statusCode();
        }
        return NO_STATUS;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? root(cause) : failure;
    }

    @Override
    public void close() {
        try {
            rest.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the connection to Elasticsearch failed", e);
        }
    }
}
