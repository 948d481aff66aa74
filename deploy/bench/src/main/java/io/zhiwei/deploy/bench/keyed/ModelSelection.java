package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.models.version.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Homes that hold some models of another home, or many copies of one. */
public final class ModelSelection {

    private ModelSelection() {}

    /** Makes a home with some of the models. */
    public static Home of(Home home, Path folder, List<String> modelIds) throws IOException {
        for (String id : modelIds) {
            link(home.models().resolve(id), folder.resolve("models/library").resolve(id));
        }
        return rest(home, folder);
    }

    /** Makes a home with so many copies of one model, which differ in nothing but their identifier. */
    static Home copies(Home home, Path folder, String modelId, int copies) throws IOException {
        Map<String, String> files = ModelFiles.read(home.models().resolve(modelId));
        for (int copy = 1; copy <= copies; copy++) {
            String id = modelId + "-" + copy;
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve("models/library").resolve(id).resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue().replaceFirst("(?m)^id: .*$", "id: " + id));
            }
        }
        return rest(home, folder);
    }

    /** Makes a home with a model that lies in a folder of its own. */
    static Home only(Home home, Path folder, String modelId, String definition) throws IOException {
        Path target = Files.createDirectories(folder.resolve("models/library").resolve(modelId));
        Files.writeString(target.resolve(ModelFiles.MODEL_FILE), definition);
        return rest(home, folder);
    }

    private static Home rest(Home home, Path folder) throws IOException {
        Path reference = home.regions().resolve("..").normalize();
        link(reference, folder.resolve("models").resolve(reference.getFileName()));
        link(home.folder().resolve("deploy"), folder.resolve("deploy"));
        return new Home(folder);
    }

    private static void link(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, source);
    }
}
