package dev.licet.core.decision;

import dev.licet.core.place.Address;
import dev.licet.core.place.Network;
import dev.licet.core.policy.Regions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule about the place a program runs at. Networks go before countries, and within each what is denied goes before what is
 * allowed. Only where the answer depends on something that nobody knows does {@link Regions#unknown} give it.
 */
final class RegionRules {
    private RegionRules() {}

    static Decision.@Nullable Refused permitted(Case it) {
        Regions regions = it.policy().regions();
        if (regions.anywhere()) {
            return null;
        }
        Address address = address(it.question().place().address());
        if (address != null && within(regions.networks().deny(), address)) {
            return refuse(it, "The license may not be used from the address " + address + ".");
        } else if (address != null && within(regions.networks().allow(), address)) {
            return null;
        }
        return country(it, regions, address);
    }

    private static Decision.@Nullable Refused country(Case it, Regions regions, @Nullable Address address) {
        String country = it.question().place().country();
        boolean byNetwork = !regions.networks().allow().isEmpty();
        boolean byCountry = !regions.allow().isEmpty() || !regions.deny().isEmpty();
        if (byCountry && country == null) {
            return unknown(it, regions, "country", address);
        } else if (country != null && regions.deny().contains(country)) {
            return refuse(it, "The license may not be used in " + country + ".");
        } else if (country != null && regions.allow().contains(country)) {
            return null;
        } else if (byNetwork && address == null) {
            return unknown(it, regions, "address", null);
        }
        return byNetwork || !regions.allow().isEmpty()
                ? refuse(
                        it,
                        "The license may not be used " + (country == null ? "from " + address : "in " + country) + ".")
                : null;
    }

    private static Decision.@Nullable Refused unknown(
            Case it, Regions regions, String what, @Nullable Address address) {
        String doubt = it.question().place().doubt();
        return regions.unknown() == Regions.Unknown.ALLOW
                ? null
                : refuse(
                        it,
                        "The license may be used in certain places only, and the " + what
                                + (address == null ? "" : " of " + address) + " is not known."
                                + (doubt == null ? "" : " " + doubt));
    }

    private static boolean within(List<Network> networks, Address address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static @Nullable Address address(@Nullable String text) {
        try {
            return text == null ? null : Address.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Decision.Refused refuse(Case it, String detail) {
        return it.refuse(Code.REGION_DENIED, detail);
    }
}
