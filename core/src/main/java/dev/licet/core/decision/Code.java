package dev.licet.core.decision;

/** What a decision says, in the order in which the reasons are found. The names are part of the HTTP contract. */
public enum Code {
    /** It may run. */
    VALID,
    /** There is no such licence. */
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
    /** The program has not reached the server for longer than it may. */
    CHECK_IN_OVERDUE,
    /** It may not be used in this country. */
    REGION_DENIED,
    /** This version must not run. */
    VERSION_BLOCKED,
    /** This version is below the lowest that may run. */
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
    /** A feature that was asked for is not in it. */
    FEATURE_NOT_INCLUDED,
    /** A metered feature that was asked for is used up. */
    USAGE_EXCEEDED
}
