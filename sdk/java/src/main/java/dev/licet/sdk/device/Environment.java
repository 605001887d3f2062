package dev.licet.sdk.device;

/** What kind of machine the program believes to run on. It can be deceived: use it to choose an identity, not to trust. */
public enum Environment {
    PHYSICAL,
    /** A virtual machine: an image of it may have been copied. */
    VIRTUAL,
    /** A container: what looks like the machine's identity is the image's or the host's. */
    CONTAINER
}
