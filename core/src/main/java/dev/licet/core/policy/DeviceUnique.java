package dev.licet.core.policy;

/** Within what a device may be active only once. */
public enum DeviceUnique {
    /** One licence: the same device may be active on another licence. */
    LICENSE,
    /** All licences of one plan. */
    PLAN,
    /** All licences of one product. */
    PRODUCT,
    /** All licences of the vendor. */
    VENDOR
}
