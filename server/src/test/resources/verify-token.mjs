// Verifies a token against a served key set with nothing but Node.js: node verify-token.mjs <address of the key set> <token>
import { createPublicKey, verify } from "node:crypto";

const [address, token] = process.argv.slice(2);
const { keys } = await (await fetch(address)).json();
const [header, claims, signature] = token.split(".");
const { kid } = JSON.parse(Buffer.from(header, "base64url"));
const jwk = keys.find((key) => key.kid === kid && key.alg === "EdDSA" && key.use === "sig");
const good = verify(
  null,
  Buffer.from(`${header}.${claims}`),
  createPublicKey({ key: jwk, format: "jwk" }),
  Buffer.from(signature, "base64url"),
);
console.log(good ? Buffer.from(claims, "base64url").toString() : "refused");
process.exit(good ? 0 : 1);
