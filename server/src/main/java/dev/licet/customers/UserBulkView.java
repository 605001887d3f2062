package dev.licet.customers;

import java.util.List;

/** Users in the order in which they were given. */
record UserBulkView(List<UserView> users) {}
