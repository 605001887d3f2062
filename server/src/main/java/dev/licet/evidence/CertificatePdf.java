package dev.licet.evidence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.licet.platform.Templates;
import dev.licet.signing.Signer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.springframework.stereotype.Component;

/** Prints a certificate, with what it says as a signed attachment. Fonts are embedded; nothing is fetched from anywhere. */
@Component
class CertificatePdf {
    static final String ATTACHMENT = "certificate.jws";
    private static final String LATIN = "Noto Sans";
    private static final String CHINESE_AND_JAPANESE = "Droid Sans Fallback";
    private static final String KOREAN = "Nanum Gothic Coding";

    private final Templates templates;
    private final Signer signer;

    CertificatePdf(Templates templates, Signer signer) {
        this.templates = templates;
        this.signer = signer;
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(Certificate certificate) {
        CertificatePaper paper = CertificatePaper.of(certificate, signer.kid());
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFont(() -> font("NotoSans-Regular"), LATIN, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("NotoSans-Bold"), LATIN, 700, FontStyle.NORMAL, true)
                .useFont(() -> font("DroidSansFallbackFull"), CHINESE_AND_JAPANESE, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("NanumGothicCoding"), KOREAN, 400, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:"),
                        com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .usePdfUaAccessibility(true)
                .withProducer("Licet")
                .withHtmlContent(templates.render("evidence/certificate", paper), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                attach(document, certificate);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(PDDocument document, Certificate certificate) throws IOException {
        byte[] token = certificate.token().getBytes(StandardCharsets.US_ASCII);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(token));
        file.setSubtype("application/jose");
        file.setSize(token.length);
        file.setCreationDate(calendar(certificate));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setFileDescription("The certificate as a signed statement");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHMENT, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentInformation().setCreationDate(calendar(certificate));
        document.getDocumentInformation().setModificationDate(calendar(certificate));
    }

    private static Calendar calendar(Certificate certificate) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(certificate.madeAt().toEpochMilli());
        return calendar;
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(CertificatePdf.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
