package dev.licet.platform;

/** Encrypts answers that are kept for replay, since a fresh licence key may stand in one. */
public interface BodyVault {

    byte[] seal(byte[] plain);

    byte[] open(byte[] sealed);
}
