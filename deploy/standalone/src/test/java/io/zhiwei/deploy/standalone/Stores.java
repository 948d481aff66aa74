package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.jobs.elasticsearch.DeadLetterDocument;
import io.zhiwei.jobs.elasticsearch.SignalDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.http.HttpHost;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Kafka and Elasticsearch on free ports, started once for all tests of this JVM, their data in a folder whose name has a
 * space. They end with the JVM.
 *
 * @param ports where they listen
 * @param servers their processes
 */
record Stores(Ports ports, Servers servers) {

    private static final String INDICES = String.join(
            ",",
            AlertDocument.INDEX,
            AlertDocument.SHADOW_INDEX,
            DeadLetterDocument.INDEX,
            SignalDocument.INDEX,
            AuditIndexCheck.INDEX);

    private static @Nullable Stores running;

    /** Returns them with the topics and indices that a job needs, all empty. */
    static synchronized Stores empty() throws Exception {
        Stores stores = running;
        if (stores == null) {
            stores = start();
            running = stores;
        } else {
            stores.clear();
        }
        stores.servers().prepareStores();
        return stores;
    }

    /** Ends them: whoever asks next gets others. For servers that a test leaves in doubt. */
    static synchronized void discard() {
        Stores stores = running;
        running = null;
        if (stores != null) {
            stores.servers().close();
        }
    }

    private static Stores start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("a stand ");
        Ports ports = Ports.free();
        Servers servers = new Servers(Home.find(), ports, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            servers.close();
            delete(folder);
        }));
        servers.startStores();
        return new Stores(ports, servers);
    }

    private void clear() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrapServers()));
                RestClient elasticsearch = RestClient.builder(HttpHost.create(ports.elasticsearchUrl()))
                        .build()) {
            forgetOffsets(admin);
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            elasticsearch.performRequest(new Request("DELETE", "/" + INDICES + "?ignore_unavailable=true"));
        }
    }

    private static void forgetOffsets(Admin admin) throws InterruptedException, ExecutionException {
        for (String group : List.of(Cluster.GROUP, "zhiwei-signal", "zhiwei-audit-index")) {
            forgetOffsets(admin, group);
        }
    }

    private static void forgetOffsets(Admin admin, String group) throws InterruptedException, ExecutionException {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                // Its member was killed and would be missed by the broker only after a while.
                admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
                forgetOffsets(admin, group);
            } else if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    /** Deletes a folder with everything in it. */
    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }
}
