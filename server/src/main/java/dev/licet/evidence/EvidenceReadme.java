package dev.licet.evidence;

/** What the archive says of itself to somebody who has nothing else. */
final class EvidenceReadme {
    private EvidenceReadme() {}

    static String text(String license) {
        return TEXT.replace("{license}", license);
    }

    private static final String TEXT = """
            Evidence of the licence {license}

            license.json              the licence when this archive was made: contract, term, features, policy
            plan.json                 the version of the plan it was sold with, which never changes
            customer.json             who held it then
            history.jsonl             all that happened to it, one event a line, oldest first: who, when, why, before, after
            validations-summary.json  how often programs asked whether they may run, by answer
            validations.jsonl         their questions and the answers, latest first, at most 50,000
            devices.json              the devices that hold or held places
            terms.json, terms-*.txt   the terms that were agreed to; acceptances.json says by whom and when
            certificates.json         the certificates that were handed out, and to whom
            checkpoints.json          signed digests of the sections of the event log that these events stand in
            keys.json, key.pem        the public keys of the issuer (RFC 7517), and the one that signed this archive
            manifest.json             the digest of each file above, when this was made and by what clock
            manifest.jws              the same, signed (JWS compact, EdDSA with Ed25519: RFC 7515, RFC 8037)
            SHA256SUMS                the digests for sha256sum

            Not in it: floating seats, usage and licence files, as far as they are not part of the history.

            How to verify it without the issuer's server
            1. Are the files as they were?
                 sha256sum -c SHA256SUMS
            2. Is the manifest the signed one?
                 p=$(cut -d. -f2 manifest.jws | tr -- '-_' '+/'); while [ $((${#p} % 4)) -ne 0 ]; do p="$p="; done
                 echo "$p" | base64 -d | cmp - manifest.json && echo same
            3. Is the signature good? Any JOSE library tells with keys.json; or OpenSSL 3:
                 cut -d. -f1,2 manifest.jws | tr -d '\\n' > signed.txt
                 s=$(cut -d. -f3 manifest.jws | tr -- '-_' '+/'); while [ $((${#s} % 4)) -ne 0 ]; do s="$s="; done
                 echo "$s" | base64 -d > signature.bin
                 openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin
            4. Is the key the issuer's? Compare keys.json with the key set that the issuer publishes at
               /.well-known/jwks.json, or with one that you kept from earlier.
            """;
}
