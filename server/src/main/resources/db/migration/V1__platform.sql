-- Every change that anybody or anything made, with what it was before and after. Rows are added and never touched again.
create table events (
    id         uuid primary key,
    at         timestamptz not null,
    type       text        not null,
    subject    text        not null,
    actor      text        not null,
    reason     text,
    request_id text        not null,
    before     jsonb,
    after      jsonb
);

create index events_by_subject on events (subject, id desc);
create index events_by_type on events (type, id desc);
create index events_by_actor on events (actor, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger events_append_only before update or delete on events
    for each row execute function refuse_change();
create trigger events_no_truncate before truncate on events
    for each statement execute function refuse_change();

-- The answer to each POST that came with an Idempotency-Key. The row is inserted before the work is done, so that a second
-- request with the key waits for the first; it is visible only together with the work.
create table idempotency (
    scope       bytea       not null,
    key         text        not null,
    fingerprint bytea       not null,
    made_at     timestamptz not null,
    status      int,
    headers     jsonb,
    body        bytea,
    primary key (scope, key)
);

create index idempotency_by_age on idempotency (made_at);

-- How far the sandbox clock stands from the real one; no row in production.
create table sandbox_clock (
    one           boolean primary key default true check (one),
    offset_micros bigint not null
);
