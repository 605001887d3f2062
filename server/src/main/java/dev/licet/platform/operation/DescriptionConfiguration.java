package dev.licet.platform.operation;

import dev.licet.core.id.TypeId;
import dev.licet.core.time.Span;
import dev.licet.core.version.Version;
import dev.licet.core.version.VersionRange;
import dev.licet.platform.Caller;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** OpenAPI 3.1, made from the code, so that it cannot say anything else than the server does. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
    static final String API_KEY = "ApiKey";
    static final String LICENSE_KEY = "LicenseKey";

    private static final String INTRODUCTION = """
            Times are RFC 3339 in UTC, spans ISO 8601. Ids are TypeIDs; where an id of a product, feature or plan is taken, its
            code is taken as well. Errors are `application/problem+json` (RFC 9457) with a stable `code` and, for bad values,
            the JSON pointer of each. Unknown request fields are refused, unknown response fields are to be ignored. Any POST
            takes an `Idempotency-Key`: the same key and body give the same answer for two days.
            """;

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        TypeId.class,
                        text("A TypeID: a prefix, an underscore, 26 characters.", "lic_01jd5k2v8xf0r9w3m6q4t7y1za"))
                .replaceWithSchema(Span.class, text("An ISO 8601 span of time.", "P30D"))
                .replaceWithSchema(Version.class, text("A version of a program.", "2.3.1"))
                .replaceWithSchema(VersionRange.class, text("A version or a range of versions.", "2.3.0 - 2.3.4"))
                .replaceWithSchema(JsonNode.class, new Schema<>().types(java.util.Set.of("object")))
                .addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Licet")
                        .version("1")
                        .description(INTRODUCTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                API_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Authorization: Bearer <API key>"))
                        .addSecuritySchemes(
                                LICENSE_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("Authorization")
                                        .description("Authorization: License <license key>"))
                        .addSchemas("Problem", ProblemSchema.problem()));
    }

    @Bean
    OperationCustomizer describedOperations() {
        return new DescribedOperation();
    }

    @Bean
    OpenApiCustomizer csvBodies(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new CsvBodies(mappings);
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    private static Schema<?> text(String description, String example) {
        return new StringSchema().description(description).example(example);
    }
}
