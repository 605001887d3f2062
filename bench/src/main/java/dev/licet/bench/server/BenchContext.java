package dev.licet.bench.server;

import dev.licet.signing.Fingers;
import dev.licet.signing.Sealer;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A second context of the same Tomcat, {@code /bench}, whose servlets no filter stands before. It is found by the server's own scan
 * of its packages, because this module's jar stands on the class path; a server that customers run does not have it.
 */
@Component
class BenchContext implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    static final String PATH = "/bench";

    private final ObjectProvider<DataSource> database;
    private final ObjectProvider<Fingers> fingers;
    private final ObjectProvider<Sealer> sealer;

    BenchContext(ObjectProvider<DataSource> database, ObjectProvider<Fingers> fingers, ObjectProvider<Sealer> sealer) {
        this.database = database;
        this.fingers = fingers;
        this.sealer = sealer;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(own -> {
            StandardContext context = new StandardContext();
            context.setName(PATH);
            context.setPath(PATH);
            context.setDocBase(own.getDocBase());
            context.addLifecycleListener(new Tomcat.FixContextListener());
            context.setParentClassLoader(BenchContext.class.getClassLoader());
            servlets().forEach((name, servlet) -> add(context, name, servlet));
            own.getParent().addChild(context);
        });
    }

    private Map<String, HttpServlet> servlets() {
        return Map.of(
                "constant", new ConstantServlet(),
                "select", new SelectServlet(database, fingers),
                "seed", new SeedServlet(database, fingers, sealer),
                "work", new WorkServlet(database),
                "recopy", new RecopyServlet(database),
                "volume", new VolumeServlet(database));
    }

    private static void add(Context context, String name, HttpServlet servlet) {
        Tomcat.addServlet(context, name, servlet);
        context.addServletMappingDecoded("/" + name, name);
    }
}
