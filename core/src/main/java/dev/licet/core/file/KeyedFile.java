package dev.licet.core.file;

import dev.licet.core.file.InvalidFile.Fault;
import dev.licet.core.json.Fields;
import dev.licet.core.json.InvalidFields;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import dev.licet.core.token.Signed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a program without a network has written, as it came: a JWS by HS256 under a key made from the licence key, in its armour. It
 * says whose it is before anything in it can be believed.
 *
 * @param finder the {@link OfflineKeys#finder} of the licence key that it claims to be signed with
 */
record KeyedFile(String finder, String content, String type) {

    static String write(Armor armor, String type, Map<String, ? extends @Nullable Object> claims, LicenseKey key) {
        return armor.write(Signed.write(type, claims, List.of(new OfflineKeys(key).signatory(type))));
    }

    static KeyedFile open(Armor armor, String type, String text) {
        String content = armor.read(text);
        try {
            if (Jws.parse(content).header().get("kid") instanceof String finder) {
                return new KeyedFile(finder, content, type);
            }
        } catch (InvalidToken e) {
            throw new InvalidFile(Fault.FILE_MALFORMED, String.valueOf(e.getMessage()), e);
        }
        throw new InvalidFile(Fault.FILE_MALFORMED, "It does not say which licence key it was signed with.");
    }

    /** Its claims, read by a function, once its signature is known to be good. */
    <T> T read(LicenseKey key, Function<Fields, T> reader) {
        OfflineKeys keys = new OfflineKeys(key);
        if (!keys.finder().equals(finder)) {
            throw new InvalidFile(Fault.FILE_OTHER_KEY, "It was made with another license key.");
        }
        try {
            Map<String, @Nullable Object> said = Signed.verify(content, type, Map.of(finder, keys.verifier(type)))
                    .claims();
            refuseNul(said);
            Fields claims = Fields.open(said);
            T value = reader.apply(claims);
            claims.done();
            return value;
        } catch (InvalidToken e) {
            throw new InvalidFile(Fault.FILE_UNTRUSTED, "It was altered, or made with another license key.", e);
        } catch (InvalidFields e) {
            throw new InvalidFile(Fault.FILE_MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    /** No text that a program means has it, and no database keeps it. */
    private static void refuseNul(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                refuseNul(name);
                refuseNul(member);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(KeyedFile::refuseNul);
        } else if (value instanceof String text && text.indexOf('\0') >= 0) {
            throw new InvalidFile(Fault.FILE_MALFORMED, "A text in it has a NUL character.");
        }
    }
}
