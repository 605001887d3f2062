package dev.licet.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.policy.DeviceMatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String[] NAMES = {"machineId", "systemUuid", "board", "cpu", "disk", "gpu"};

    /** Whatever is the same by a stricter measure is the same by every laxer one. */
    @Test
    void theMeasuresGoFromLaxToStrict() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Device known = device(random);
            Device seen = device(random);
            boolean all = Likeness.same(known, seen, DeviceMatch.ALL);
            boolean most = Likeness.same(known, seen, DeviceMatch.MOST);
            boolean two = Likeness.same(known, seen, DeviceMatch.TWO);
            boolean any = Likeness.same(known, seen, DeviceMatch.ANY);
            assertThat(!all || (most && two)).as("%s %s", known, seen).isTrue();
            assertThat(!(most || two) || any).as("%s %s", known, seen).isTrue();
            assertThat(Likeness.same(known, known, DeviceMatch.ALL)).isTrue();
        }
    }

    private static Device device(Random random) {
        Map<String, String> components = new HashMap<>();
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                components.put(name, String.valueOf(random.nextInt(2)));
            }
        }
        return new Device("f" + random.nextInt(2), components);
    }
}
