package io.zhiwei.deploy.standalone;

import io.zhiwei.models.definition.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checkout from which the command line runs.
 *
 * @param folder its root
 */
public record Home(Path folder) {

    /** Returns the home that the launcher names, or the working directory. */
    public static Home find() {
        return new Home(
                Path.of(System.getProperty("zhiwei.home", ".")).toAbsolutePath().normalize());
    }

    /** Returns the model library. */
    public Path models() {
        return folder.resolve("models/library");
    }

    /** Returns the topics that some model reads. */
    public Set<String> topics() {
        return ModelLibrary.load(models()).models().stream()
                .flatMap(model -> model.topics().stream())
                .collect(Collectors.toSet());
    }

    /** Returns the table of regions. */
    public Path regions() {
        return folder.resolve("models/reference/regions.yaml");
    }

    /** Returns the folder of the index templates. */
    public Path templates() {
        return folder.resolve("deploy/elasticsearch");
    }

    /**
     * Returns the class path of a built module.
     *
     * @throws Refusal if it is not built
     */
    public String classPath(String module) {
        Path target = folder.resolve(module).resolve("target");
        try {
            return target.resolve("classes") + ":"
                    + Files.readString(target.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new Refusal(module + " is not built. Run './zhiwei' from the checkout, which builds it.", e);
        }
    }
}
