package dev.licet.sdk;

import java.util.Locale;

/** Why a program may run or not. The names are those of the HTTP contract; the last few are made by the SDK itself. */
public enum Code {
    /** It may run. */
    VALID,
    /** There is no licence with this key. */
    NOT_FOUND,
    /** It was taken back for good. */
    REVOKED,
    /** It was stopped for the time being. */
    SUSPENDED,
    /** It is for another product. */
    PRODUCT_MISMATCH,
    /** Its start date has not come. */
    NOT_STARTED,
    /** Its term and its grace are over. */
    EXPIRED,
    /** The server has not been reached for longer than is permitted: connect once to go on. */
    CHECK_IN_OVERDUE,
    /** It may not be used in this country. */
    REGION_DENIED,
    /** This version must not run; see {@link License#upgrade()}. */
    VERSION_BLOCKED,
    /** This version is below the lowest that may run; see {@link License#upgrade()}. */
    VERSION_TOO_OLD,
    /** This version is above the highest that may run. */
    VERSION_TOO_NEW,
    /** It is for named users, and none was named. */
    USER_REQUIRED,
    /** It is for named users, and this one is none of them. */
    USER_NOT_ASSIGNED,
    /** It is bound to devices, and none was named. */
    DEVICE_REQUIRED,
    /** It is bound to devices, and this one is not activated. */
    DEVICE_NOT_ACTIVATED,
    /** Something else uses the fingerprint of an activated device. */
    DEVICE_MISMATCH,
    /** The device has not reported in time. */
    HEARTBEAT_MISSED,
    /** More devices are activated than permitted, and this is one of the latest. */
    TOO_MANY_DEVICES,
    /** More users are assigned than permitted, and this is one of the latest. */
    TOO_MANY_USERS,
    /** All leases are taken. */
    TOO_MANY_LEASES,
    /** Seats do not float: there is nothing to take a lease of. */
    NOT_FLOATING,
    /** The operator's rules keep this user or device from the seats. */
    LEASE_NOT_PERMITTED,
    /** Processor cores are limited, and the program did not tell how many there are. */
    CORES_REQUIRED,
    /** The device has more processor cores than permitted. */
    TOO_MANY_CORES,
    /** The device runs as many processes as permitted. */
    TOO_MANY_PROCESSES,
    /** A feature that was asked for is not in it. */
    FEATURE_NOT_INCLUDED,
    /** A metered feature that was asked for is used up. */
    USAGE_EXCEEDED,
    /** An activation found all places taken; see {@link LicetException.Refused#devices()}. */
    DEVICE_LIMIT_REACHED,
    /** All floating seats are taken; see {@link LicetException.Refused#seats()}. */
    SEATS_EXHAUSTED,
    /** All floating seats are taken, and as many wait for one as may. */
    QUEUE_FULL,
    /** The floating seat is over: its time ran out, or it was taken back. */
    LEASE_ENDED,
    /** A value in the request is bad; the detail names it. */
    INVALID,
    /** The key was mistyped: its check characters don't fit. Found without the server. */
    KEY_MISTYPED,
    /** Nothing is known here yet: no key was activated, or what was kept can't be used. Made by the SDK. */
    NOT_ACTIVATED,
    /** The machine's clock was set back since it was last looked at. Made by the SDK, until the server is reached. */
    CLOCK_SET_BACK,
    /** The program waited for a floating seat and was told to stop. Made by the SDK. */
    WAIT_CANCELLED,
    /** The store can't be written or has no room, so what needs it can't be done. Made by the SDK. */
    NOT_KEPT,
    /** What was brought is no such file, or not written as one: altered, cut, or something else stands around it. */
    FILE_MALFORMED,
    /** A signature of the file is wrong, missing, or by a key that is not trusted; or it is not what was asked for. */
    FILE_UNTRUSTED,
    /** The file is encrypted for the holder of another licence key. */
    FILE_OTHER_KEY,
    /** The file is encrypted for another device. */
    FILE_OTHER_DEVICE,
    /** This Java lacks an algorithm that the file needs. */
    FILE_UNSUPPORTED,
    /** The place that the file stands for was given up here. Made by the SDK. */
    FILE_GIVEN_UP,
    /** The program asks for a list of what was taken back, and has none that still counts. Made by the SDK. */
    REVOCATIONS_STALE,
    /** A code that is newer than this SDK; its text is beside it. */
    UNKNOWN;

    /** The constant of a name in the contract, or {@link #UNKNOWN}. */
    public static Code of(String text) {
        for (Code code : values()) {
            if (code.name().equals(text)) {
                return code;
            }
        }
        return UNKNOWN;
    }

    /** {@code DEVICE_MISMATCH} as {@code device mismatch}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
