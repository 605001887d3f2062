package dev.licet.sdk.device;

/** The names of the components, the same in every SDK. What each tells about a machine is in the README. */
final class Components {

    static final String MACHINE_ID = "machineId";
    static final String SYSTEM_UUID = "systemUuid";
    static final String DISK = "disk";
    static final String BOARD = "board";
    static final String CPU = "cpu";
    static final String INSTALLATION = "installation";
    static final String CUSTOM = "custom";

    private Components() {}
}
