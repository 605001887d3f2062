package dev.licet.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** HTML from the templates in {@code src/main/jte}, which the build has compiled; what they are given is escaped. */
@Component
public final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "dev.licet");

    /**
     * Fills a template in.
     *
     * @param name such as {@code evidence/verification}; its folder is the package whose types it may use
     */
    public String render(String name, Object model) {
        StringOutput output = new StringOutput();
        engine.render(name + ".jte", model, output);
        return output.toString();
    }

    /** Likewise a template with several parameters, by their names. */
    public String render(String name, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(name + ".jte", parameters, output);
        return output.toString();
    }
}
