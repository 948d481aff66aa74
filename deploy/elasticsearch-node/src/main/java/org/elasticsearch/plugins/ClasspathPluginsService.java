package org.elasticsearch.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.common.settings.Settings;

/** Plugins from the class path instead of a modules folder. In this package because LoadedPlugin is package-private. */
public final class ClasspathPluginsService extends PluginsService {

    private final List<LoadedPlugin> loaded = new ArrayList<>();

    /** Loads the plugins. */
    public ClasspathPluginsService(Settings settings, Path config, List<Class<? extends Plugin>> plugins) {
        super(settings, config, PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false));
        for (Class<? extends Plugin> plugin : plugins) {
            loaded.add(new LoadedPlugin(
                    descriptor(plugin), loadPlugin(plugin, settings, config), plugin.getClassLoader()));
        }
        loadExtensions(loaded);
    }

    private static PluginDescriptor descriptor(Class<? extends Plugin> plugin) {
        return new PluginDescriptor(
                plugin.getName(),
                "class path plugin",
                "NA",
                Build.current().version(),
                Integer.toString(Runtime.version().feature()),
                plugin.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false);
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        // The super constructor asks before the field is set.
        return loaded == null ? List.of() : loaded;
    }
}
