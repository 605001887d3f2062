package dev.licet.offline;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to a request, to be carried back.
 *
 * @param device the place
 * @param file the license file that answers the request
 * @param keys the key set, signed by the root: for a program that has not met the keys which signed the file
 */
@Schema(name = "OfflineActivation")
record OfflineActivation(String device, IssuedFile file, String keys) {
    static OfflineActivation of(AirGap.Answered answered, String keys) {
        return new OfflineActivation(new TypeId("dev", answered.device()).toString(), answered.file(), keys);
    }
}
