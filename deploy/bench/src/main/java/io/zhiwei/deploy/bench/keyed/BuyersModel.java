package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.deploy.standalone.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** A model of one window by buyer, which only the bench uses. */
public final class BuyersModel {

    /** Its identifier. */
    public static final String ID = "buyers";

    private BuyersModel() {}

    /** Makes a home, in a folder, that holds nothing but this model. */
    public static Home home(Home home, Path folder) throws IOException {
        try (var stream = Objects.requireNonNull(BuyersModel.class.getResourceAsStream(ID + ".yaml"))) {
            return ModelSelection.only(home, folder, ID, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
