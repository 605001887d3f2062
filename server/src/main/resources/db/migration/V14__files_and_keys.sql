-- Signing keys of two algorithms. They are announced before they sign, and verify until nothing that they signed is good any more.

alter table signing_keys
    drop constraint signing_keys_alg_check,
    drop constraint signing_keys_public_key_check,
    drop constraint signing_keys_status_check,
    drop constraint signing_keys_check,
    add column activates_at timestamptz,
    add column removed_at timestamptz,
    add column removal_reason text,
    add constraint signing_keys_length check (length(public_key) = case alg when 'EdDSA' then 32 when 'ML-DSA-65' then 1952 end),
    add constraint signing_keys_status check (status in ('announced', 'current', 'retired', 'removed')),
    add constraint signing_keys_alg check (alg in ('EdDSA', 'ML-DSA-65'));

update signing_keys set activates_at = created_at;
alter table signing_keys alter column activates_at set not null;

-- One of each that signs, and one at most that is to be next, however many nodes are at it.
drop index signing_keys_one_current;
create unique index signing_keys_one_current on signing_keys (alg) where status = 'current';
create unique index signing_keys_one_announced on signing_keys (alg) where status = 'announced';

-- Until when something that a key signed may be good; rows are only added, so that nobody who signs waits for another.
create table signing_horizons (
    kid   text        not null references signing_keys,
    until timestamptz not null
);

create index signing_horizons_of_key on signing_horizons (kid, until);

-- What keys signed before this was written down is not known.
insert into signing_horizons (kid, until) select kid, '10000-01-01Z' from signing_keys;

-- The roots sign nothing but which keys are in force, and which root is the next.
create table root_keys (
    kid            text        primary key,
    public_key     bytea       not null unique check (length(public_key) = 32),
    sealed_private bytea       not null,
    status         text        not null check (status in ('current', 'retired')),
    created_at     timestamptz not null,
    retired_at     timestamptz,
    succession     text,
    check ((status = 'retired') = (retired_at is not null))
);

create unique index root_keys_one_current on root_keys (status) where status = 'current';

-- The number of the set of keys, which grows with each change.
create table key_sets (
    only_row boolean primary key default true check (only_row),
    sequence bigint  not null
);

insert into key_sets (sequence) values (1);

-- By which a licence is found that a program without a network has the key of; null in rows of an older server until due work gets there.
alter table licenses add column key_finder bytea constraint licenses_key_finder_key unique;
create index licenses_without_finder on licenses (id) where key_finder is null;

-- Every licence file that was given out: to whom, for which device, when and for how long.
create table license_files (
    id                uuid        primary key,
    license_id        uuid        not null references licenses,
    device_id         uuid references devices,
    fingerprint       text,
    user_name         text,
    seat_id           uuid,
    issued_at         timestamptz not null,
    expires_at        timestamptz not null,
    algorithms        text[]      not null,
    encrypted         boolean     not null,
    actor             text        not null,
    address           text,
    request_id        text        not null,
    given_up_at       timestamptz,
    revoked_at        timestamptz,
    revocation_reason text
);

create index license_files_of_license on license_files (license_id, id desc);
create index license_files_of_device on license_files (device_id);
create index license_files_alive on license_files (expires_at);

-- Every request that was brought for a program without a network, and the place that answers it.
create table offline_requests (
    license_id uuid        not null references licenses,
    nonce      text        not null,
    device_id  uuid        not null references devices,
    brought_at timestamptz not null,
    primary key (license_id, nonce)
);

-- Which usage reports were brought, so that one that was left behind is missed.
create table usage_reports (
    license_id uuid        not null references licenses,
    series     text        not null,
    number     int         not null check (number > 0),
    events     int         not null,
    brought_at timestamptz not null,
    primary key (license_id, series, number)
);

create index licenses_stopped on licenses (plan_id) where revoked_at is not null or suspended_at is not null;
