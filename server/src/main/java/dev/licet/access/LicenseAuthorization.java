package dev.licet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** How a licensed program names its licence key without a body: {@code Authorization: License <licence key>}. */
public final class LicenseAuthorization {
    private LicenseAuthorization() {}

    /** The licence key as it was sent, unchecked; empty when the request has none in its header. */
    public static Optional<String> key(HttpServletRequest request) {
        return Credentials.of(request, "License");
    }
}
