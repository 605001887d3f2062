package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of many seats at once.
 *
 * @param assigned in the order asked for, with those who had a seat already
 * @param freed in the order asked for
 * @param inUse how many seats are taken now
 */
@Schema(name = "SeatsChanged")
record SeatBulkView(List<SeatView> assigned, List<SeatView> freed, int inUse) {}
