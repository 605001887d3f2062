package dev.licet.access;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff. */
@Service
public class StaffAccounts {
    private final StaffStore store;
    private final Events events;

    StaffAccounts(StaffStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** The names of those of these authors who are staff, by author. */
    public Map<String, String> names(Collection<String> actors) {
        List<UUID> ids = actors.stream()
                .distinct()
                .filter(actor -> actor.startsWith(StaffMember.PREFIX + "_"))
                .map(actor -> TypeId.parse(actor).uuid())
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            store.names(ids).forEach((id, name) -> names.put(new TypeId(StaffMember.PREFIX, id).toString(), name));
        }
        return names;
    }

    /** The language of somebody's own screens. */
    @Transactional
    public void language(Caller by, StaffMember member, String language) {
        StaffMember before = store.lock(member.id()).orElseThrow(StaffMember::notFound);
        if (!Objects.equals(before.language(), language)) {
            StaffMember after = new StaffMember(
                    before.id(),
                    before.email(),
                    before.name(),
                    before.roles(),
                    language,
                    before.invited(),
                    before.createdAt(),
                    before.signedInAt(),
                    before.disabledAt(),
                    before.version() + 1);
            store.update(after);
            events.record(by, "staff.changed", after.ref(), null, StaffView.of(before), StaffView.of(after));
        }
    }
}
