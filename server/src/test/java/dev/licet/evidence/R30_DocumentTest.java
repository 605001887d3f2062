package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The certificate as a document that one hands to a customer. */
class R30_DocumentTest {
    private final Office office = Office.onMovingServer("software", Map.of("term", "P1Y", "devices", 3));

    private Answer pdf(String holder) {
        return office.api
                .get(Office.path(office.issueTo("organization", holder), "/certificate.pdf"))
                .expect(200);
    }

    @Test
    void R30_people_read_it_and_machines_find_the_signed_statement_in_it() throws Exception {
        Answer answer = pdf("Engines & Söhne <GmbH>");
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.response().body())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Licence certificate", "Engines & Söhne <GmbH>", "Notes", "Professional", "Devices 3");
            String number = text.replaceAll("(?s).*?([0-9A-Z]{5}(-[0-9A-Z]{5}){3}).*", "$1");
            assertThat(text).contains("/verify/" + number);
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles();
            var attached = Objects.requireNonNull(files.getNames()).get("certificate.jws");
            byte[] jws = Objects.requireNonNull(attached).getEmbeddedFile().toByteArray();
            assertThat(text.replaceAll("\\s", "")).contains(Digests.sha256(jws));
            Answer found = office.api.get("/v1/certificates/" + number).expect(200);
            assertThat(found.text("/copy/form")).isEqualTo("pdf");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void R30_any_name_stays_on_the_page() throws Exception {
        for (String name : java.util.List.of(
                "株式会社ライセンス管理システム研究所",
                "한국소프트웨어 주식회사",
                "深圳市许可证管理有限公司",
                "Ελληνική Εταιρεία",
                "ООО «Лицензия»",
                "W".repeat(200),
                "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG",
                "Emoji 🚀 and \u0001 control")) {
            try (PDDocument document = Loader.loadPDF(pdf(name).response().body())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                if (!name.startsWith("Emoji")) {
                    assertThat(text).as(name).contains(name.replaceAll("\\s", ""));
                }
                assertThat(document.getNumberOfPages()).as(name).isEqualTo(1);
            }
        }
    }
}
