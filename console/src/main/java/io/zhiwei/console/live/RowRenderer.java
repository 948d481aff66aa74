package io.zhiwei.console.live;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.Formats;
import io.zhiwei.console.catalogue.Names;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Renders one row of the list, with the template that the list itself uses. */
@Component
public class RowRenderer {

    private final SpringTemplateEngine engine;
    private final Formats formats;
    private final Names names;
    private final Clock clock;

    /** Renders with the engine of the pages. */
    public RowRenderer(SpringTemplateEngine engine, Formats formats, Names names, Clock clock) {
        this.engine = engine;
        this.formats = formats;
        this.names = names;
        this.clock = clock;
    }

    /** Returns the row's markup on one line; everything that comes from an event is escaped by the template. */
    public String render(AlertView alert, Locale locale) {
        Context context = new Context(
                locale,
                Map.of("alert", alert, "formats", formats, "names", names, "now", clock.instant(), "fresh", true));
        return engine.process("fragments/row", Set.of("tr"), context).replaceAll("\\s*\\R\\s*", " ");
    }
}
