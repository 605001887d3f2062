package dev.licet.evidence;

import dev.licet.core.time.Instants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is printed. All texts are fit for XML.
 *
 * @param qr the address of the page that checks it, as an image in a data URI
 * @param kid the key that signed the attachment
 * @param keys where that key is published
 * @param digest of the attachment
 */
record CertificatePaper(
        String heading,
        String opening,
        String holder,
        String holds,
        String product,
        String plan,
        List<Part> parts,
        String number,
        String verify,
        String qr,
        String kid,
        String keys,
        String digest) {

    /** A table with its heading. */
    record Part(String heading, List<Line> lines) {}

    record Line(String name, String value) {}

    String title() {
        return heading + " " + number;
    }

    static CertificatePaper of(Certificate certificate, String kid) {
        Map<String, @Nullable Object> claims = certificate.claims();
        Map<?, ?> product = object(claims, "product");
        Map<?, ?> holder = object(claims, "holder");
        boolean certified = "certificate".equals(product.get("kind"));
        String verify = text(claims.get("verify"));
        return new CertificatePaper(
                certified ? "Certificate" : "Licence certificate",
                certified ? "This certifies that" : "This confirms that",
                holder.isEmpty() ? "the holder of the licence key" : text(holder.get("name")),
                certified ? "holds the certificate" : "holds a licence for",
                text(product.get("name")),
                text(object(claims, "plan").get("name")),
                parts(certificate),
                text(claims.get("number")),
                verify,
                QrCode.dataUri(verify),
                kid,
                text(claims.get("iss")) + "/.well-known/jwks.json",
                Digests.sha256(certificate.token()));
    }

    private static List<Part> parts(Certificate certificate) {
        Map<String, @Nullable Object> claims = certificate.claims();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Validity", validity(certificate)));
        add(parts, "Scope", Scope.lines(object(claims, "features")));
        add(parts, "Services", Scope.lines(object(claims, "services")));
        add(parts, "Limits", Scope.limits(object(claims, "limits")));
        add(parts, "Terms", terms(object(claims, "terms")));
        return parts;
    }

    private static List<Line> validity(Certificate certificate) {
        Map<String, @Nullable Object> claims = certificate.claims();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Licence", text(claims.get("sub"))));
        lines.add(new Line("Issued", date(claims.get("issuedAt"))));
        line(lines, "Valid from", claims.get("startsAt"));
        lines.add(new Line("Valid until", claims.get("expiresAt") == null ? "no end" : date(claims.get("expiresAt"))));
        lines.add(new Line("State when made", text(claims.get("state"))));
        lines.add(new Line("Certificate made", Dates.exact(certificate.madeAt())));
        lines.add(new Line("Issuer", text(claims.get("iss"))));
        return lines;
    }

    private static List<Line> terms(Map<?, ?> terms) {
        List<Line> lines = new ArrayList<>();
        if (!terms.isEmpty()) {
            lines.add(new Line("Terms", text(terms.get("code")) + ", version " + text(terms.get("version"))));
            lines.add(new Line("Accepted", date(terms.get("acceptedAt")) + " by " + text(terms.get("acceptedBy"))));
            lines.add(new Line("SHA-256 of the terms", text(terms.get("sha256"))));
        }
        return lines;
    }

    private static void line(List<Line> lines, String name, @Nullable Object time) {
        if (time != null) {
            lines.add(new Line(name, date(time)));
        }
    }

    private static void add(List<Part> parts, String heading, List<Line> lines) {
        if (!lines.isEmpty()) {
            parts.add(new Part(heading, lines));
        }
    }

    private static Map<?, ?> object(Map<String, @Nullable Object> claims, String name) {
        return claims.get(name) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static String date(@Nullable Object time) {
        return Dates.exact(Instants.parse(String.valueOf(time)));
    }

    static String text(@Nullable Object value) {
        return value == null ? "–" : XmlText.fit(String.valueOf(value));
    }
}
