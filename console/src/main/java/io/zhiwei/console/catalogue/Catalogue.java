package io.zhiwei.console.catalogue;

import io.zhiwei.console.ConsoleSettings;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.models.definition.Case;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The model library as it stood when the console started. */
@Component
public final class Catalogue {

    private final ModelLibrary library;

    /** Reads the library; a faulty model stops the start with file and line. */
    public Catalogue(ConsoleSettings settings) {
        this.library = ModelLibrary.load(settings.models());
    }

    /** Returns every model, by id. */
    public List<Model> models() {
        return library.models();
    }

    /** Returns the model with an id. */
    public Optional<Model> find(String id) {
        return library.find(id);
    }

    /** Returns the indicator with an id; ids are the library's, not a model's. */
    public Optional<Indicator> indicator(String id) {
        return library.models().stream()
                .flatMap(model -> model.indicator(id).stream())
                .findFirst();
    }

    /** Returns the agencies that take the lead by some model, as alerts name them; those that it works with are left out. */
    public List<String> agencies() {
        return library.models().stream()
                .flatMap(Catalogue::leadAgencies)
                .map(agency -> agency.split(Scope.TOGETHER_WITH, 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> leadAgencies(Model model) {
        return Stream.concat(
                Stream.of(model.otherwiseAgency()),
                Stream.concat(Stream.of(model.reads()), model.alsoReads().stream())
                        .flatMap(rule -> rule.leadAgency().stream())
                        .map(Case::value));
    }
}
