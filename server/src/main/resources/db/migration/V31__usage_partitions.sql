-- Whoever waited for the lock looks again in the catalogue itself: the name alone is answered from memory, which does not hear in time
-- that somebody else has made the table meanwhile.
create or replace function usage_partition(moment timestamptz) returns void language plpgsql as $$
declare
    month timestamptz := date_trunc('month', moment, 'UTC');
    name  text := to_char(month at time zone 'UTC', '"usage_events_"YYYY"_"MM');
begin
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtext('usage_partition'));
        if not exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid
                       where i.inhparent = 'usage_events'::regclass and c.relname = name) then
            execute format('create table %I (like usage_events including all)', name);
            execute format('alter table usage_events attach partition %I for values from (%L) to (%L)',
                           name, month, ((month at time zone 'UTC') + interval '1 month') at time zone 'UTC');
        end if;
    end if;
end $$;
