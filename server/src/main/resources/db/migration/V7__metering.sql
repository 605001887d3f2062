-- Metering: what was used of the features of licences. A meter is a feature of the type metered.

alter table features
    add column aggregation text check (aggregation in ('sum', 'count', 'max', 'unique')),
    add column unique_by text check (length(unique_by) between 1 and 64);

update features set aggregation = 'sum' where type = 'metered';

alter table features
    add constraint features_aggregation check ((type = 'metered') = (aggregation is not null)),
    add constraint features_unique_by check (coalesce(aggregation = 'unique', false) = (unique_by is not null));

-- Every id that ever counted for a licence, as a digest. It outlives the event, so that an id counts once for ever.
create table usage_ids (
    license_id uuid not null references licenses,
    event      uuid not null,
    primary key (license_id, event)
);

-- What was used. Rows are added and never touched again; a month that is older than the retention goes as a whole.
create table usage_events (
    id          uuid        not null,
    license_id  uuid        not null,
    event_id    text        not null,
    source      text        not null,
    meter       text        not null,
    quantity    numeric     not null check (quantity >= 0),
    at          timestamptz not null,
    dimensions  jsonb       not null,
    pool        text,
    charge      numeric     check (charge >= 0),
    flag        text,
    recorded_at timestamptz not null,
    origin      text        not null,
    request_id  text        not null,
    check ((pool is null) = (charge is null)),
    primary key (recorded_at, id)
) partition by range (recorded_at);

create index usage_events_of_license on usage_events (license_id, id desc);
create index usage_events_of_meter on usage_events (license_id, meter, at);
create index usage_events_of_pool on usage_events (license_id, pool, at) where pool is not null;

create trigger usage_events_append_only before update or delete on usage_events
    for each row execute function refuse_change();

-- Makes the partition that a moment belongs to, unless it is there. Attaching holds up nobody who inserts.
create function usage_partition(moment timestamptz) returns void language plpgsql as $$
declare
    month timestamptz := date_trunc('month', moment, 'UTC');
    name  text := to_char(month at time zone 'UTC', '"usage_events_"YYYY"_"MM');
begin
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtext('usage_partition'));
        if to_regclass(name) is null then
            execute format('create table %I (like usage_events including all)', name);
            execute format('alter table usage_events attach partition %I for values from (%L) to (%L)',
                           name, month, ((month at time zone 'UTC') + interval '1 month') at time zone 'UTC');
        end if;
    end if;
end $$;

-- Drops the partitions all of whose events were recorded before a moment, and says which.
create function usage_retention(moment timestamptz) returns setof text language plpgsql as $$
declare
    name text;
begin
    perform set_config('lock_timeout', '2s', true);
    for name in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'usage_events'::regclass
          and case when c.relname ~ '^usage_events_[0-9]+_[0-9]+$' -- Whatever the planner looks at first.
                   then ((to_date(substr(c.relname, length('usage_events_') + 1), 'YYYY_MM') + interval '1 month')
                         at time zone 'UTC') <= moment end
        order by c.relname
    loop
        execute format('drop table %I', name);
        return next name;
    end loop;
end $$;

-- What was used in each hour of UTC. fresh counts the values that were new in their period, for meters that count those.
create table usage_hours (
    license_id uuid        not null references licenses,
    meter      text        not null,
    hour       timestamptz not null,
    events     bigint      not null check (events >= 0),
    quantity   numeric     not null check (quantity >= 0),
    peak       numeric     not null check (peak >= 0),
    fresh      bigint      not null check (fresh >= 0),
    primary key (license_id, meter, hour)
);

-- How each meter stands in each period. Should everything else be wrong, no more is used than there is: cap is the most units of
-- the period itself, and is never set below what was used already when a plan gets smaller.
create table usage_balances (
    license_id   uuid        not null references licenses,
    meter        text        not null,
    period_start timestamptz not null,
    period_end   timestamptz not null check (period_end > period_start),
    counted      numeric     not null default 0 check (counted >= 0),
    adjusted     numeric     not null default 0,
    credit       numeric     not null default 0,
    carried      numeric     not null default 0 check (carried >= 0),
    lent         numeric     not null default 0 check (lent >= 0),
    cap          numeric,
    told         int         not null default 0,
    updated_at   timestamptz not null,
    primary key (license_id, meter, period_start, period_end),
    constraint usage_balances_used check (counted + adjusted >= 0),
    constraint usage_balances_cap check (counted + adjusted <= cap + credit + carried - lent)
);

-- The different values that were counted in a period, as digests.
create table usage_values (
    license_id   uuid        not null references licenses,
    meter        text        not null,
    period_start timestamptz not null,
    period_end   timestamptz not null,
    value        uuid        not null,
    primary key (license_id, meter, period_start, period_end, value)
);

-- What staff corrected or topped up. Rows are added and never touched again.
create table usage_adjustments (
    id          uuid        primary key,
    license_id  uuid        not null references licenses,
    meter       text        not null,
    kind        text        not null check (kind in ('usage', 'credit')),
    quantity    numeric     not null check (quantity <> 0),
    reason      text        not null,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    request_id  text        not null
);

create index usage_adjustments_of_license on usage_adjustments (license_id, id desc);

create trigger usage_adjustments_append_only before update or delete on usage_adjustments
    for each row execute function refuse_change();
