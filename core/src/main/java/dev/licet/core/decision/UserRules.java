package dev.licet.core.decision;

import org.jspecify.annotations.Nullable;

/** Rules about named users. A licence is for named users when its policy limits them or when any is assigned. */
final class UserRules {
    private UserRules() {}

    static Decision.@Nullable Refused required(Case it) {
        return (named(it) || it.policy().devicesPerUser() != null)
                        && it.question().user() == null
                ? it.refuse(Code.USER_REQUIRED, "The license is for named users: say who uses it.")
                : null;
    }

    /** Somebody who has left is refused by any licence of that organization, be it for named users or not. */
    static Decision.@Nullable Refused assigned(Case it) {
        if (it.facts().users().departed()) {
            return it.refuse(Code.USER_NOT_ASSIGNED, "This user has left the organization that holds the license.");
        }
        return named(it) && it.facts().users().rank() == null
                ? it.refuse(Code.USER_NOT_ASSIGNED, "The license is not assigned to this user.")
                : null;
    }

    /** The users who were assigned first keep their seats when the limit is lowered. */
    static Decision.@Nullable Refused tooMany(Case it) {
        Integer rank = it.facts().users().rank();
        Integer allowed = it.policy().overage().allowed(it.policy().users());
        return rank != null && allowed != null && rank > allowed
                ? it.refuse(
                        Code.TOO_MANY_USERS,
                        it.facts().users().assigned() + " users are assigned and " + allowed + " permitted.")
                : null;
    }

    private static boolean named(Case it) {
        return it.policy().users() != null || it.facts().users().assigned() > 0;
    }
}
