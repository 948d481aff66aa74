package io.zhiwei.deploy.elasticsearch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.metadata.IndexNameExpressionResolver;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.IndexScopedSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.settings.SettingsFilter;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestController;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/** GET / and HEAD /, which clients ask first: in 8.x they live in a module that is not published. */
public final class RestRootPlugin extends Plugin implements ActionPlugin {

    @Override
    public Collection<RestHandler> getRestHandlers(
            Settings settings,
            NamedWriteableRegistry registry,
            RestController controller,
            ClusterSettings clusterSettings,
            IndexScopedSettings indexSettings,
            SettingsFilter filter,
            IndexNameExpressionResolver resolver,
            Supplier<DiscoveryNodes> nodes,
            Predicate<NodeFeature> features) {
        return List.of(new Root(settings, nodes));
    }

    private static final class Root extends BaseRestHandler {

        private final Settings settings;
        private final Supplier<DiscoveryNodes> nodes;

        Root(Settings settings, Supplier<DiscoveryNodes> nodes) {
            this.settings = settings;
            this.nodes = nodes;
        }

        @Override
        public String getName() {
            return "root";
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
        }

        @Override
        protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
            return channel -> channel.sendResponse(new RestResponse(RestStatus.OK, write(channel.newBuilder())));
        }

        private XContentBuilder write(XContentBuilder json) throws IOException {
            return json.startObject()
                    .field("name", nodes.get().getLocalNode().getName())
                    .field("cluster_name", settings.get("cluster.name"))
                    .field("cluster_uuid", "_na_")
                    .startObject("version")
                    .field("number", Build.current().version())
                    .field("build_flavor", "default")
                    .field("build_type", "unknown")
                    .field("build_hash", Build.current().hash())
                    .field("build_date", Build.current().date())
                    .field("build_snapshot", false)
                    .field("lucene_version", org.apache.lucene.util.Version.LATEST.toString())
                    .field("minimum_wire_compatibility_version", Build.current().minWireCompatVersion())
                    .field(
                            "minimum_index_compatibility_version",
                            Build.current().minIndexCompatVersion())
                    .endObject()
                    .field("tagline", "You Know, for Search")
                    .endObject();
        }
    }
}
