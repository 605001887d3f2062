package dev.licet.customers;

import dev.licet.platform.Checks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Many users at once, such as all of a directory. */
record UserBulkRequest(List<UserRequest> users) {
    private static final int MAX = 1000;

    List<UserRequest> checked() {
        Checks checks = new Checks();
        checks.required("/users", users).done();
        checks.that("/users", !users.isEmpty() && users.size() <= MAX, "must be 1 to " + MAX + " users")
                .done();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            UserRequest user = users.get(i);
            String pointer = "/users/" + i;
            checks.required(pointer, user);
            if (user != null) {
                user.check(checks, pointer)
                        .that(pointer + "/email", user.email() == null || seen.add(address(user)), "stands here twice");
            }
        }
        checks.done();
        return users;
    }

    /** The users by their addresses, so that two such requests never wait for each other in a circle. */
    List<Integer> order() {
        return IntStream.range(0, users.size())
                .boxed()
                .sorted(Comparator.comparing(i -> address(users.get(i))))
                .toList();
    }

    private static String address(UserRequest user) {
        return user.email().toLowerCase(Locale.ROOT);
    }
}
