-- Floating seats: who holds which, until when, and how many are taken together.

-- A lease is one or more seats that somebody holds. It ends when it is given back or taken back, or at expires_at by itself: the
-- moment counts, whether or not anybody has noted the end yet. Until free_at, which may be later, its seats stay taken.
--
-- pool:   the code of the feature whose seats are counted by themselves; empty for the seats of the licence
-- holder: what seats are counted by, where several leases of one device or user count once; null when each lease counts
-- units:  how many seats this lease adds to those that are taken: its quantity, or 0 while another lease of the holder carries it
create table leases (
    id              uuid primary key,
    license_id      uuid        not null references licenses,
    pool            text        not null default '',
    feature         text,
    holder          text,
    process         text,
    fingerprint     text,
    components      jsonb       not null default '{}',
    device_name     text,
    user_name       text,
    app_version     text,
    member_of       text[]      not null default '{}',
    quantity        int         not null check (quantity > 0),
    units           int         not null check (units in (0, quantity)),
    cores           int,
    taken_at        timestamptz not null,
    renewed_at      timestamptz not null,
    expires_at      timestamptz not null,
    free_at         timestamptz not null,
    borrowed        boolean     not null default false,
    ended_at        timestamptz,
    end_reason      text,
    ended_by        text,
    closed_at       timestamptz,
    check (free_at >= coalesce(ended_at, expires_at)),
    check (closed_at is null or ended_at is not null)
);

create index leases_of_license on leases (license_id, id desc);
create index leases_taken on leases (license_id, pool, free_at) where closed_at is null;
create index leases_held_by_user on leases (lower(user_name), license_id) where closed_at is null;
create index leases_to_end on leases (expires_at) where ended_at is null;
create index leases_to_close on leases (free_at) where closed_at is null;

-- One process of a device holds one lease of the licence or of a feature, however often it asks.
create unique index leases_process on leases (license_id, coalesce(feature, ''), process, coalesce(fingerprint, ''))
    where ended_at is null;

-- How many seats of a pool are taken: changed together with the leases, under the licence's lock. Should the code ever be wrong,
-- nothing is given beyond what it said itself was permitted.
create table lease_pools (
    license_id  uuid   not null references licenses,
    pool        text   not null,
    in_use      int    not null check (in_use >= 0),
    capacity    int,
    primary key (license_id, pool),
    constraint lease_pools_capacity check (in_use <= capacity)
);

-- How many seats of a pool are taken at a moment, whether or not the ends before it have been noted.
create function seats_in_use(license uuid, of_pool text, now timestamptz) returns int language sql stable as $$
    select coalesce((select p.in_use from lease_pools p where p.license_id = $1 and p.pool = $2), 0)
         - coalesce((select sum(e.units) from leases e
                     where e.license_id = $1 and e.pool = $2 and e.closed_at is null and e.free_at <= $3), 0)::int
$$;

-- How many seats of the licence are taken as long as the one that a device or user holds, itself included; null when it holds none.
-- What a program tells of itself must not contradict what the holder told, and has to agree in something.
create function seat_rank(license uuid, fingerprint text, user_name text, now timestamptz)
    returns int language sql stable as $$
    select min((select sum(o.units) from leases o
                where o.license_id = $1 and o.pool = '' and o.closed_at is null and o.free_at > $4
                  and (o.taken_at, o.id) <= (e.taken_at, e.id)))::int
    from leases e
    where e.license_id = $1 and e.pool = '' and e.ended_at is null and e.expires_at > $4
      and coalesce(e.fingerprint = $2, true) and coalesce(lower(e.user_name) = lower($3), true)
      and (e.fingerprint = $2 or lower(e.user_name) = lower($3)
           or num_nonnulls(e.fingerprint, e.user_name, $2, $3) = 0)
$$;
