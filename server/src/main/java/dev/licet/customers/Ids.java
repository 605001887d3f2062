package dev.licet.customers;

/** What ids of this module begin with. */
final class Ids {
    static final String CUSTOMER = "cust";
    static final String DEPARTMENT = "dept";
    static final String USER = "user";

    private Ids() {}
}
