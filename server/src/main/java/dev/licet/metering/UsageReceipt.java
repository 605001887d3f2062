package dev.licet.metering;

import dev.licet.licensing.UsageBalance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What became of usage events.
 *
 * @param accepted how many count now
 * @param duplicates how many had counted before, and do not count again
 * @param duplicateIds which
 * @param refused which do not count, and why; they may be sent again when the reason is gone
 * @param flagged which count although they are beyond the soft limit or the limit
 * @param balances how the metered features stand now, by code
 */
@Schema(name = "UsageReceipt")
public record UsageReceipt(
        int accepted,
        int duplicates,
        List<String> duplicateIds,
        List<Note> refused,
        List<Note> flagged,
        Map<String, UsageBalance> balances) {

    static UsageReceipt nothing(Map<String, UsageBalance> balances) {
        return new UsageReceipt(0, 0, List.of(), List.of(), List.of(), balances);
    }

    /** An event and a stable code. */
    @Schema(name = "UsageNote")
    public record Note(String id, String code) {}
}
