package dev.licet.core.vectors;

import dev.licet.core.allocation.Division;
import dev.licet.core.allocation.Part;
import dev.licet.core.allocation.Share;
import dev.licet.core.allocation.Taking;
import dev.licet.core.json.Fields;
import dev.licet.core.policy.Overage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs divisions of a quantity among departments. */
final class DivisionCheck {
    private DivisionCheck() {}

    static void division(Vector vector) {
        vector.only("division", "departments");
        Fields json = Fields.of(Objects.requireNonNull(vector.object("division")));
        Division division = read(json);
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("departments", vector.json().get("departments"));
        Share share = division.shareOf(Fields.of(asked).texts("departments"));
        Expectation.compare(vector.expect(), actual(division, share));
    }

    private static Division read(Fields json) {
        List<Part> parts = new ArrayList<>();
        for (Fields each : json.objects("parts")) {
            parts.add(new Part(each.requiredText("department"), number(each, "allocated"), number(each, "used")));
        }
        String overage = json.text("overage");
        Division division = new Division(
                json.integer("limit", 0, Integer.MAX_VALUE),
                overage == null ? Overage.NONE : Overage.parse(overage),
                parts,
                number(json, "rest"));
        json.noOthers();
        json.done();
        return division;
    }

    private static Map<String, @Nullable Object> actual(Division division, Share share) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        Taking taking = division.take(share);
        if (taking instanceof Taking.Full full) {
            actual.put("outcome", "full");
            actual.put("limit", full.limit());
        } else if (taking instanceof Taking.DepartmentFull) {
            actual.put("outcome", "departmentFull");
            actual.put("limit", share.limit());
        } else {
            actual.put("outcome", "granted");
            actual.put("limit", share.limit());
        }
        actual.put("department", share.department());
        actual.put("used", share.used());
        actual.put("free", division.free(share));
        actual.put("allocated", division.allocated());
        actual.put("unallocated", division.unallocated());
        actual.put("fits", division.fits());
        return actual;
    }

    private static int number(Fields json, String name) {
        return Objects.requireNonNullElse(json.integer(name, 0, Integer.MAX_VALUE), 0);
    }
}
