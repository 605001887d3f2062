package dev.licet.platform.operation;

import dev.licet.platform.Allow;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What every operation has in common: a stable id, who may call it, how it fails, what a POST takes besides. */
final class DescribedOperation implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(id(handler));
        operation.getResponses().addApiResponse("default", ProblemSchema.answer());
        secure(operation, handler.getMethodAnnotation(Allow.class));
        parameters(operation, handler);
        if (handler.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Idempotency-Key")
                    .description(
                            "1 to 255 visible ASCII characters; a repetition with the same one gets the same answer.")
                    .schema(new StringSchema().maxLength(255)));
        }
        return operation;
    }

    /** {@code LicenseApi.issue} is {@code licenseIssue}. */
    private static String id(HandlerMethod handler) {
        String noun = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
        String verb = handler.getMethod().getName();
        return Character.toLowerCase(noun.charAt(0))
                + noun.substring(1)
                + Character.toUpperCase(verb.charAt(0))
                + verb.substring(1);
    }

    private static void secure(Operation operation, @Nullable Allow allow) {
        if (allow != null) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(DescriptionConfiguration.API_KEY)));
            String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            operation.setDescription(said + "Needs the scope `" + allow.value() + "`.");
        }
    }

    /** Optional is what the method takes as nullable; enums are named as in JSON. */
    private static void parameters(Operation operation, HandlerMethod handler) {
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            if (!"path".equals(parameter.getIn())) {
                parameter.setRequired(isRequired(handler, parameter.getName()));
            }
            RecordSchemas.nameConstants(parameter.getSchema());
        }
    }

    private static boolean isRequired(HandlerMethod handler, String name) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> name.equals(parameter.getParameter().getName()))
                .anyMatch(DescribedOperation::isRequired);
    }

    private static boolean isRequired(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        boolean hasDefault = query != null
                && !query.defaultValue().equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE);
        return query != null && query.required() && !hasDefault && !parameter.isOptional();
    }
}
