package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.sdk.LicetException.BadFile;
import dev.licet.sdk.LicetException.Untrusted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program of last year knows the root by heart, and so trusts the keys of next year, and no longer those that were taken back. */
class RootTest extends LicetTest {

    private FakeOffice office;
    private SigningKey first;

    @BeforeEach
    void office() {
        office = server.office;
        first = license.signing;
    }

    /** It knows the root and no other key. */
    private ClientBuilder rooted() {
        return LicetClient.of(server.url())
                .product("notes")
                .root(office.root.raw())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock)
                .licenseKey(KEY);
    }

    /** The server signs with a new key from now on. */
    private SigningKey rotate() {
        SigningKey next = new SigningKey();
        license.signing = next;
        office.signing = next;
        return next;
    }

    private long statementsAsked() {
        return server.asked.stream()
                .filter(asked -> asked.path().equals("/.well-known/license-keys"))
                .count();
    }

    @Test
    void theRootIsEnough() {
        assertThat(client(rooted()).activate(KEY).valid()).isTrue();
        assertThat(client(rooted()).validate().valid()).isTrue();
        assertThat(statementsAsked()).as("asked once, and kept").isEqualTo(1);
    }

    @Test
    void aKeyThatIsMadeLaterIsTrusted() {
        LicetClient client = client(rooted());
        client.validate();
        rotate();
        clock.move(Duration.ofDays(400));
        assertThat(client.validate().valid()).isTrue();
        assertThat(client(rooted()).validate().valid()).isTrue();
        assertThat(statementsAsked()).isEqualTo(2);
    }

    @Test
    void aProgramWithKeysOfItsOwnLearnsOthersByTheRoot() {
        ClientBuilder builder = rooted().key(first.raw());
        client(builder).validate();
        rotate();
        assertThat(client(builder).validate().valid()).isTrue();
        ClientBuilder unrooted = LicetClient.of(server.url())
                .product("notes")
                .key(first.raw())
                .store(folder.resolve("b"))
                .fingerprint(DEVICE)
                .clock(clock)
                .licenseKey(KEY);
        assertThatThrownBy(() -> client(unrooted).validate())
                .as("without a root")
                .isInstanceOf(Untrusted.class);
    }

    @Test
    void whatARetiredKeySignedStaysGood() {
        String file = office.file();
        LicetClient client = client(rooted().key(first.raw()));
        rotate();
        client.validate();
        assertThat(client.offline().install(file).valid()).isTrue();
    }

    @Test
    void aKeyThatWasTakenBackIsNotTrustedEvenIfItWasBuiltIn() {
        ClientBuilder builder = rooted().key(first.raw());
        String file = office.file();
        LicetClient client = client(builder);
        client.offline().install(file);
        assertThat(client.feature("export")).isTrue();
        rotate();
        client.offline().takeKeys(office.statement(first.kid()));
        assertThat(client.feature("export")).isFalse();
        assertThat(client(builder).feature("export")).isFalse();
        assertThatThrownBy(() -> client.offline().install(file)).isInstanceOf(BadFile.class);
    }

    @Test
    void aMachineWithoutANetworkIsBroughtTheRootsWord() {
        server.down();
        rotate();
        ClientBuilder alone = LicetClient.withoutServer()
                .product("notes")
                .root(office.root.raw())
                .store(folder)
                .fingerprint(DEVICE)
                .clock(clock);
        LicetClient client = client(alone);
        assertThatThrownBy(() -> client.offline().install(office.file())).isInstanceOf(BadFile.class);
        client.offline().takeKeys(office.statement() + "\n");
        assertThat(client.offline().install(office.file()).valid()).isTrue();
        clock.move(Duration.ofDays(29));
        assertThat(client(alone).feature("export")).isTrue();
    }

    @Test
    void theWordOfTheRootIsGoodLongAfterItsEnd() {
        client(rooted()).validate();
        server.refuse(asked ->
                asked.path().startsWith("/.well-known") ? new FakeServer.Reply(404, java.util.Map.of(), "") : null);
        clock.move(Duration.ofDays(400));
        assertThat(client(rooted()).validate().valid()).isTrue();
    }

    @Test
    void onlyTheRootsNewestWordIsTakenIn() {
        String old = office.statement();
        LicetClient client = client(rooted());
        client.offline().takeKeys(office.statement(first.kid()));
        client.offline().takeKeys(old);
        assertThatThrownBy(() -> client.offline().install(office.file())).isInstanceOf(BadFile.class);
        String ended = office.statement();
        clock.move(Duration.ofDays(31));
        assertThatThrownBy(() -> client.offline().takeKeys(ended))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("ended");
        assertThatThrownBy(() -> client.offline().takeKeys(office.statement(new SigningKey(), List.of())))
                .isInstanceOf(BadFile.class);
        assertThatThrownBy(() -> client.offline().takeKeys("nonsense")).isInstanceOf(BadFile.class);
    }

    @Test
    void aRootThatTookThePlaceOfAnotherIsFollowed() {
        SigningKey next = new SigningKey();
        String statement = office.statement(next, List.of(FakeOffice.succession(office.root, next)));
        rotate();
        LicetClient client = client(rooted());
        client.offline().takeKeys(statement);
        client.offline().takeKeys(office.statement(next, List.of(FakeOffice.succession(office.root, next))));
        assertThat(client.offline().install(office.file()).valid()).isTrue();
    }

    @Test
    void aServerWithoutARootIsAskedRarely() {
        server.refuse(asked ->
                asked.path().startsWith("/.well-known") ? new FakeServer.Reply(404, java.util.Map.of(), "") : null);
        LicetClient client = client(rooted().key(first.raw()));
        for (int i = 0; i < 5; i++) {
            assertThat(client.validate().valid()).isTrue();
        }
        assertThat(statementsAsked()).isEqualTo(1);
    }
}
