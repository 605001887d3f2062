package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.sdk.FakeServer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HeartbeatTest extends LicetTest {

    private final List<License> heard = new CopyOnWriteArrayList<>();

    private LicetClient listening() {
        client().activate(KEY);
        return client(builder().onChange((before, after) -> {
            heard.add(before);
            heard.add(after);
        }));
    }

    @Test
    void reportsTheDeviceAndLearnsWhenTheNextIsDue() {
        LicetClient client = listening();
        assertThat(client.beat()).contains(Duration.ofMinutes(10));
        assertThat(server.last().path()).isEqualTo("/v1/activations/dev_01h455vb4pex5vsknk084sn02r/heartbeat");
        assertThat(server.last().headers()).containsEntry("authorization", "License " + KEY);
        assertThat(server.last().body()).containsExactly(Map.entry("version", "2.3.1"));
        assertThat(heard).isEmpty();
    }

    @Test
    void anUpgradeGetsThroughToTheRunningProgram() {
        LicetClient client = listening();
        license.plan = "enterprise";
        license.features = Map.of("export", true, "sso", true);
        client.beat();
        assertThat(client.feature("sso")).isTrue();
        assertThat(heard).extracting(now -> now.plan().orElse("")).containsExactly("pro", "enterprise");
        client.beat();
        assertThat(heard).hasSize(2);
        assertThat(client().feature("sso")).as("kept for the next start").isTrue();
    }

    /** R50: nothing has to be installed again. */
    @Test
    void aRenewalGetsThroughToTheRunningProgram() {
        license.expiresAt = clock.instant().plus(Duration.ofDays(1));
        LicetClient client = listening();
        clock.move(Duration.ofHours(23));
        license.expiresAt = license.expiresAt.plus(Duration.ofDays(365));
        client.beat();
        server.down();
        clock.move(Duration.ofDays(5));
        assertThat(client.license().daysLeft()).hasValue(361);
        assertThat(client.feature("export")).isTrue();
        assertThat(heard).extracting(now -> now.expiresAt().orElseThrow()).contains(license.expiresAt);
    }

    @Test
    void aRevocationGetsThroughToo() {
        LicetClient client = listening();
        license.code = "REVOKED";
        license.state = "revoked";
        client.beat();
        assertThat(server.last().path()).endsWith("/validate");
        assertThat(client.license().code()).isEqualTo(Code.REVOKED);
        assertThat(heard.get(1).valid()).isFalse();
        client.beat();
        license.code = "VALID";
        license.state = "active";
        client.beat();
        assertThat(client.license().valid()).isTrue();
    }

    @Test
    void aBeatThatIsNotTakenAsksWhy() {
        LicetClient client = listening();
        server.answer(Reply.json(404, Map.of("code", "DEVICE_NOT_ACTIVATED", "detail", "No such device.")));
        license.code = "DEVICE_NOT_ACTIVATED";
        client.beat();
        assertThat(client.license().code()).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
        license.code = "VALID";
        assertThat(client.activate().valid()).isTrue();
    }

    @Test
    void aRecordedBeatIsNotBelieved() {
        LicetClient client = listening();
        Map<String, Object> recorded = Map.of("token", license.signing.sign(license.claims(server.last())));
        clock.move(Duration.ofDays(1));
        license.code = "SUSPENDED";
        server.answer(Reply.json(200, recorded));
        client.beat();
        assertThat(client.license().code()).isEqualTo(Code.SUSPENDED);
    }

    @Test
    void whatTimeAloneChangesIsHeardToo() {
        license.expiresAt = clock.instant().plus(Duration.ofHours(1));
        LicetClient client = listening();
        server.down();
        clock.move(Duration.ofHours(1));
        assertThatThrownBy(client::beat).isInstanceOf(LicetException.Unreachable.class);
        assertThat(heard).extracting(License::code).containsExactly(Code.VALID, Code.EXPIRED);
    }

    @Test
    void withoutADeviceItValidates() {
        license.policy = Map.of();
        LicetClient client = client(builder().licenseKey(KEY));
        assertThat(client.beat()).isEmpty();
        assertThat(client.feature("export")).isTrue();
        assertThat(client(builder().store(folder.resolve("empty"))).beat()).isEmpty();
    }

    @Test
    void aListenerThatFailsStopsNobody() {
        client().activate(KEY);
        LicetClient client = client(builder()
                .onChange((before, after) -> {
                    throw new IllegalStateException("broken on purpose");
                })
                .onChange((before, after) -> heard.add(after)));
        license.plan = "enterprise";
        client.beat();
        assertThat(heard).hasSize(1);
    }

    @Test
    void comesEarlyAndAtRandom() {
        Heartbeat beats = heartbeat(() -> Optional.of(Duration.ofMinutes(10)), Duration.ofHours(1));
        Duration first = beats.once();
        assertThat(first).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(8));
        assertThat(beats.once())
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(8))
                .isNotEqualTo(first);
    }

    @Test
    void neverHurriesNorDawdles() {
        assertThat(heartbeat(() -> Optional.of(Duration.ofDays(-1)), Duration.ofHours(1))
                        .once())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(heartbeat(() -> Optional.of(Duration.ofDays(30)), Duration.ofMinutes(1))
                        .once())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(48));
        assertThat(heartbeat(Optional::empty, Duration.ofMinutes(1)).once())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(48));
    }

    @Test
    void anErrorIsTriedAgainSoonThenLessOften() {
        Heartbeat beats = heartbeat(
                () -> {
                    throw new LicetException.Unreachable("gone");
                },
                Duration.ofMinutes(10));
        assertThat(beats.once()).isBetween(Duration.ofMillis(7500), Duration.ofSeconds(12));
        assertThat(beats.once()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(24));
        for (int i = 0; i < 80; i++) {
            beats.once();
        }
        assertThat(beats.once()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(8));
    }

    @Test
    void beatsInTheBackgroundThroughErrorsUntilItIsClosed() throws Exception {
        BlockingQueue<Thread> beats = new LinkedBlockingQueue<>();
        Heartbeat heartbeat = heartbeat(
                () -> {
                    beats.add(Thread.currentThread());
                    throw new IllegalStateException("broken on purpose");
                },
                Duration.ofMillis(1));
        Background background = new Background(java.time.InstantSource.system());
        background.in(Duration.ZERO, heartbeat);
        Thread thread = beats.poll(10, TimeUnit.SECONDS);
        assertThat(thread).isNotNull();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(beats.poll(10, TimeUnit.SECONDS)).isSameAs(thread);
        background.close();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void theClientBeatsOnceStarted() throws Exception {
        BlockingQueue<License> changes = new LinkedBlockingQueue<>();
        client().activate(KEY);
        LicetClient client = client(builder().onChange((before, after) -> changes.add(after)));
        license.plan = "enterprise";
        client.startHeartbeat();
        client.startHeartbeat();
        License after = changes.poll(20, TimeUnit.SECONDS);
        assertThat(after).isNotNull();
        assertThat(after.plan()).contains("enterprise");
        client.close();
        client.close();
    }

    private Heartbeat heartbeat(Supplier<Optional<Duration>> beat, Duration longest) {
        return new Heartbeat(beat, longest, new Random(1));
    }
}
