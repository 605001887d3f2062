-- Releases of a product, and what the vendor says of its versions for all licences: blocks and ends of life.

-- version_key sorts as versions do, and is the same for versions that are equal: 2.0 and 2.0.0.
create table releases (
    id           uuid primary key,
    product_id   uuid not null references products,
    version      text not null,
    version_key  text collate "C" not null,
    channel      text not null check (channel ~ '^[a-z][a-z0-9-]{0,63}$'),
    notes        text check (length(notes) <= 10000),
    upgrade_url  text,
    released_at  timestamptz not null,
    revision     bigint not null default 1,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint releases_version_key unique (product_id, version_key)
);

create index releases_by_date on releases (product_id, version_key desc, released_at) where channel = 'stable';

-- A rule is never changed: a change ends one revision and begins the next, so that what applied at any moment can be told.
-- told says which of its stages an event has told of, next_at when the next one begins; only due work looks at both.
create table version_rules (
    id          uuid   not null,
    revision    bigint not null check (revision > 0),
    product_id  uuid   not null references products,
    kind        text   not null check (kind in ('block', 'endOfLife')),
    name        text   not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    rule        jsonb  not null,
    told        text[] not null default '{}',
    next_at     timestamptz,
    created_at  timestamptz not null,
    made_at     timestamptz not null,
    ended_at    timestamptz,
    primary key (id, revision)
);

create unique index version_rules_name on version_rules (product_id, kind, name) where ended_at is null;
create index version_rules_of_product on version_rules (product_id, made_at);
create index version_rules_due on version_rules (next_at) where ended_at is null;

-- The rules in force or to come, as the decision reads them; written with them, under the product's lock.
alter table products add column version_rules jsonb not null default '{}';

-- The end of the maintenance where it was renewed or set; null for what the policy says.
alter table licenses add column maintenance_until timestamptz;
