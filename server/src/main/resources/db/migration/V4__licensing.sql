-- Licences: what was promised to whom, the devices and users that hold places in them, and every question asked.

create table licenses (
    id                 uuid primary key,
    version            bigint      not null default 1,
    key_hash           bytea       not null constraint licenses_key_hash_key unique,
    key_sealed         bytea       not null,
    key_prefix         text,
    key_hint           text        not null,
    plan_id            uuid        not null,
    plan_version       int         not null,
    customer_id        uuid references customers,
    policy_overrides   jsonb       not null default '{}',
    feature_overrides  jsonb       not null default '{}',
    metadata           jsonb       not null default '{}',
    issued_at          timestamptz not null,
    starts_at          timestamptz,
    started_at         timestamptz,
    expires_at         timestamptz,
    suspended_at       timestamptz,
    suspension_reason  text,
    revoked_at         timestamptz,
    revocation_reason  text,
    checked_in_at      timestamptz,
    turns_at           timestamptz default '-infinity',
    told               text,
    told_end           timestamptz,
    foreign key (plan_id, plan_version) references plan_versions (plan_id, version)
);

create index licenses_by_customer on licenses (customer_id, id desc);
create index licenses_by_plan on licenses (plan_id, id desc);
create index licenses_by_expiry on licenses (expires_at);
create index licenses_by_hint on licenses (key_hint);

-- When time alone changes the state of a licence next; looked at by due work, which then sets the time after that. Every change
-- of a licence makes it look again. What it told last, and of which end, is told once.
create index licenses_turning on licenses (turns_at);

-- A device holds a numbered place. Two devices can never hold the same one, so that whatever goes wrong elsewhere, no licence
-- has more devices than the highest number its limit let anyone take.
create table devices (
    id              uuid primary key,
    license_id      uuid        not null references licenses,
    fingerprint     text        not null,
    components      jsonb       not null default '{}',
    parts           text[]      not null default '{}',
    name            text,
    platform        text,
    app_version     text,
    user_name       text,
    place           int         not null check (place > 0),
    activated_at    timestamptz not null,
    heartbeat_at    timestamptz not null,
    heartbeat_due   timestamptz,
    seen_at         timestamptz not null,
    released_at     timestamptz,
    release_reason  text,
    released_by     text
);

create unique index devices_place on devices (license_id, place) where released_at is null;
create unique index devices_fingerprint on devices (license_id, fingerprint) where released_at is null;
create index devices_of_license on devices (license_id, id desc);
create index devices_anywhere on devices (fingerprint) where released_at is null;
create index devices_due on devices (heartbeat_due) where released_at is null;

create function is_active(d devices, now timestamptz) returns boolean language sql immutable as $$
    select d.released_at is null and (d.heartbeat_due is null or d.heartbeat_due > now)
$$;

-- A seat of a named user, numbered as a device's place is.
create table license_users (
    id           uuid primary key,
    license_id   uuid        not null references licenses,
    email        text        not null,
    user_id      uuid references users,
    place        int         not null check (place > 0),
    assigned_at  timestamptz not null,
    constraint license_users_place unique (license_id, place)
);

create unique index license_users_email on license_users (license_id, lower(email));
create index license_users_anywhere on license_users (lower(email));
create index license_users_by_user on license_users (user_id);

-- Every question a program asked, and the answer it got. Rows are added and never touched again.
create table validations (
    id           uuid primary key,
    at           timestamptz not null,
    license_id   uuid,
    key_hint     text,
    code         text        not null,
    product      text,
    fingerprint  text,
    user_name    text,
    app_version  text,
    address      text,
    request_id   text        not null
);

create index validations_of_license on validations (license_id, id desc);
create index validations_by_code on validations (code, id desc);

create trigger validations_append_only before update or delete on validations
    for each row execute function refuse_change();

-- A span added to a time by the calendar of UTC, whatever the session's time zone is.
create function plus_span(at timestamptz, span text) returns timestamptz language sql immutable as $$
    select ((at at time zone 'UTC') + span::interval) at time zone 'UTC'
$$;

create function minus_span(at timestamptz, span text) returns timestamptz language sql immutable as $$
    select ((at at time zone 'UTC') - span::interval) at time zone 'UTC'
$$;

-- The state of a licence, for filters. The rule itself is Standing in core; a test holds the two together.
create function license_state(l licenses, policy jsonb, falls_back boolean, now timestamptz)
    returns text language sql stable as $$
    select case
        when l.revoked_at <= now then 'revoked'
        when l.suspended_at <= now then 'suspended'
        when l.starts_at > now then 'pending'
        when l.started_at is null and (l.expires_at is null or l.expires_at > now) then 'pending'
        when l.expires_at is null or l.expires_at > now then
            case
                when (policy ->> 'trial')::boolean then 'trial'
                when exists (
                    select from jsonb_array_elements_text(policy -> 'warnBefore') step
                    where minus_span(l.expires_at, step) <= now) then 'expiring'
                else 'active'
            end
        when policy ->> 'onExpiry' = 'keep' then 'active'
        when plus_span(l.expires_at, policy ->> 'grace') > now then 'grace'
        when policy ->> 'onExpiry' = 'fallback' and falls_back then 'fallback'
        else 'expired'
    end
$$;
