-- Tells a start with another master key from one with the right one, before anything is written.
create table master_key_check (
    only_row boolean primary key default true check (only_row),
    value    bytea not null
);

create table signing_keys (
    kid            text primary key,
    alg            text not null check (alg in ('EdDSA')),
    public_key     bytea not null unique check (length(public_key) = 32),
    sealed_private bytea not null,
    status         text not null check (status in ('current', 'retired')),
    created_at     timestamptz not null,
    retired_at     timestamptz,
    check ((status = 'retired') = (retired_at is not null))
);

-- One current key, however many nodes make their first start at once.
create unique index signing_keys_one_current on signing_keys (status) where status = 'current';

create table api_keys (
    id           uuid primary key,
    name         text not null,
    hash         bytea not null unique check (length(hash) = 32),
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      bigint not null default 1
);
