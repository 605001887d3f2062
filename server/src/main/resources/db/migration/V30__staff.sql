-- Who works for the vendor. A password is kept as an Argon2id hash in PHC form; an account without one waits for its invitation.
create table staff (
    id               uuid primary key,
    email            text        not null,
    name             text        not null,
    roles            text[]      not null,
    language         text,
    password         text,
    invitation       bytea unique check (length(invitation) = 32),
    invitation_until timestamptz,
    created_at       timestamptz not null,
    signed_in_at     timestamptz,
    disabled_at      timestamptz,
    version          bigint      not null default 1,
    check ((invitation is null) = (invitation_until is null))
);

create unique index staff_email on staff (lower(email));

-- Roles of the vendor's own; those that come with Licet stand in the code.
create table roles (
    code       text primary key,
    name       text        not null,
    scopes     text[]      not null,
    created_at timestamptz not null,
    version    bigint      not null default 1
);

-- The browser holds a random number of 256 bits; here is its keyed hash.
create table staff_sessions (
    id         uuid primary key,
    staff_id   uuid        not null references staff,
    hash       bytea       not null unique check (length(hash) = 32),
    made_at    timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null,
    ended_at   timestamptz,
    address    text        not null,
    agent      text
);

create index staff_sessions_by_staff on staff_sessions (staff_id, id desc);
create index staff_sessions_by_end on staff_sessions (ends_at);

-- The code that opens the set-up page while there is no staff: that of the latest start.
create table setup_code (
    only_row boolean primary key default true check (only_row),
    hash     bytea not null check (length(hash) = 32)
);

-- Whoever may do everything may do what is new as well.
update api_keys set scopes = (select array_agg(s order by s) from unnest(scopes || array['staff:read', 'staff:write']) s)
where scopes @> array['catalog:read', 'catalog:write', 'customers:read', 'customers:write', 'events:read', 'jobs:read', 'jobs:write',
                      'keys:read', 'keys:write', 'licenses:read', 'licenses:reveal-key', 'licenses:write', 'requests:decide',
                      'requests:read', 'requests:write', 'sandbox:write', 'signing:read', 'signing:write', 'usage:write'];
