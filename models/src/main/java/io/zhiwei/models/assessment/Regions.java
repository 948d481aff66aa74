package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.LocalName;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of districts and zones: data of the city, not of the code. */
public final class Regions {

    private final Map<String, Region> regions;

    private Regions(Map<String, Region> regions) {
        this.regions = regions;
    }

    /**
     * Reads the table.
     *
     * @throws DefinitionException if it is wrong
     */
    public static Regions load(Path file) {
        Problems problems = new Problems(String.valueOf(file.getFileName()));
        Map<String, Region> regions = new LinkedHashMap<>();
        try {
            Yaml root = Yaml.read(file, problems);
            for (Yaml yaml : root.get("regions").items()) {
                Region region = new Region(
                        yaml.text("code"),
                        yaml.text("zone", ""),
                        LocalName.readEither(yaml.get("name")),
                        yaml.number("lat"),
                        yaml.number("lon"));
                yaml.refuseUnknownKeys();
                regions.put(key(region.code(), region.zone()), region);
            }
        } catch (IOException e) {
            problems.add(0, "cannot be read: " + e.getMessage() + ". Name the table of regions.");
        }
        problems.throwIfAny();
        return new Regions(regions);
    }

    /** Returns the zone, or the district where the zone is unknown. */
    public Optional<Region> find(String code, String zone) {
        Region region = regions.get(key(code, zone));
        return Optional.ofNullable(region == null ? regions.get(key(code, "")) : region);
    }

    /** Returns the districts, in the order of the table: what has a code of its own. */
    public List<Region> districts() {
        return regions.values().stream()
                .filter(region -> region.zone().isEmpty())
                .toList();
    }

    /** Returns whether the code of some region begins like this. */
    public boolean isBeginning(String beginning) {
        return !beginning.isEmpty() && regions.keySet().stream().anyMatch(key -> key.startsWith(beginning));
    }

    private static String key(String code, String zone) {
        return zone.isEmpty() ? code : code + "/" + zone;
    }
}
