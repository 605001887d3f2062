package dev.licet.platform.http;

import dev.licet.platform.CannotStart;
import dev.licet.platform.Settings;
import dev.licet.platform.Settings.Tls;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tomcat on the address, port and certificate of the settings; it says nothing about itself when it refuses a request. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.LOWEST_PRECEDENCE)
class TomcatConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Settings settings;

    TomcatConfiguration(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setPort(settings.port());
        tomcat.setAddress(address(settings.bind()));
        if (settings.tls() != null) {
            tomcat.setSsl(ssl(settings.tls()));
        }
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    private static Ssl ssl(Tls tls) {
        Ssl ssl = new Ssl();
        ssl.setCertificate(tls.certificate().toUri().toString());
        ssl.setCertificatePrivateKey(tls.key().toUri().toString());
        try {
            var pem = PemSslStoreDetails.forCertificate(ssl.getCertificate())
                    .withPrivateKey(ssl.getCertificatePrivateKey());
            new PemSslStoreBundle(pem, null).getKeyStore();
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "LICET_TLS_CERTIFICATE and LICET_TLS_KEY must be a certificate and its private key, without a password, in PEM files.",
                    e);
        }
        return ssl;
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new CannotStart("LICET_BIND names an address that this machine does not know: " + bind + ".", e);
        }
    }
}
