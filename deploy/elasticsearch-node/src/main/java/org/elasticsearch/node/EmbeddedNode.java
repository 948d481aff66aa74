package org.elasticsearch.node;

import java.util.List;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClasspathPluginsService;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/** A node with plugins from the class path. In this package because NodeConstruction is package-private. */
public final class EmbeddedNode extends Node {

    /** Makes a node that is not started yet. */
    public EmbeddedNode(Environment environment, List<Class<? extends Plugin>> plugins) {
        super(NodeConstruction.prepareConstruction(
                environment,
                null,
                new NodeServiceProvider() {
                    @Override
                    PluginsService newPluginService(Environment own, PluginsLoader loader) {
                        return new ClasspathPluginsService(own.settings(), own.configDir(), plugins);
                    }
                },
                true));
    }
}
