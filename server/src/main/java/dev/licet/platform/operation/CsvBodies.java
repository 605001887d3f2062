package dev.licet.platform.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Arrays;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A call that takes a list in CSV as well as JSON is one operation with two bodies. The handler of the list is hidden, since an operation
 * that is put together from two handlers has the name of either and each parameter twice.
 */
final class CsvBodies implements OpenApiCustomizer {
    private static final org.springframework.http.MediaType CSV =
            org.springframework.http.MediaType.parseMediaType("text/csv");
    private static final String DRY_RUN = "dryRun";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    CsvBodies(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void customise(OpenAPI api) {
        mappings.orderedStream()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (info.getConsumesCondition().getConsumableMediaTypes().contains(CSV)) {
                        describe(api, info, handler);
                    }
                }));
    }

    private static void describe(OpenAPI api, RequestMappingInfo info, HandlerMethod handler) {
        for (String path : info.getPatternValues()) {
            Operation operation =
                    Objects.requireNonNull(api.getPaths().get(path), path).getPost();
            RequestBody body = operation.getRequestBody();
            Content content = body.getContent() == null ? new Content() : body.getContent();
            body.setContent(content.addMediaType("text/csv", new MediaType().schema(new StringSchema())));
            if (Arrays.stream(handler.getMethodParameters())
                    .anyMatch(each -> DRY_RUN.equals(each.getParameter().getName()))) {
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name(DRY_RUN)
                        .required(false)
                        .description("Of a list: say what would come of it, and do nothing.")
                        .schema(new BooleanSchema()._default(false)));
            }
        }
    }
}
