-- Work on many rows, done in chunks. A job belongs to no node: whoever holds its row does the next chunk, and the row is held by
-- the transaction that does it. touched_at and not_before are of the database's own clock, since they are about machines.
create table jobs (
    id          uuid primary key,
    kind        text        not null,
    state       text        not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    total       int         not null check (total >= 0),
    done        int         not null default 0 check (done between 0 and total),
    failed      int         not null default 0 check (failed between 0 and done),
    actor       text        not null,
    request_id  text        not null,
    parameters  jsonb       not null,
    created_at  timestamptz not null,
    started_at  timestamptz,
    ended_at    timestamptz,
    failure     text,
    version     bigint      not null default 1,
    touched_at  timestamptz not null default '-infinity',
    not_before  timestamptz not null default '-infinity',
    attempts    int         not null default 0,
    check ((state in ('queued', 'running')) = (ended_at is null)),
    check (state <> 'done' or done = total)
);

create index jobs_waiting on jobs (touched_at, id) where state in ('queued', 'running');
create index jobs_ended on jobs (ended_at) where ended_at is not null;

-- What a job has still to work on; a row goes as it is done.
create table job_inputs (
    job_id  uuid  not null references jobs on delete cascade,
    row     int   not null check (row > 0),
    input   jsonb not null,
    primary key (job_id, row)
);

-- What came of each row. That none is done twice is kept by the key.
create table job_rows (
    job_id   uuid not null references jobs on delete cascade,
    row      int  not null check (row > 0),
    subject  uuid,
    state    text,
    code     text,
    detail   text,
    secret   bytea,
    primary key (job_id, row)
);

create index job_rows_failed on job_rows (job_id, row) where code is not null;

-- Somebody's wish for licences, until somebody else says yes or no.
create table license_requests (
    id               uuid primary key,
    version          bigint      not null default 1,
    state            text        not null check (state in ('open', 'approved', 'rejected', 'withdrawn')),
    plan_id          uuid        not null references plans,
    customer_id      uuid references customers,
    requester_name   text        not null,
    requester_email  text        not null,
    reason           text,
    quantity         int         not null check (quantity between 1 and 1000),
    policy_overrides jsonb       not null default '{}',
    feature_overrides jsonb      not null default '{}',
    made_by          text        not null,
    made_at          timestamptz not null,
    decided_by       text,
    decided_at       timestamptz,
    note             text,
    check ((state = 'open') = (decided_at is null))
);

create index license_requests_by_state on license_requests (state, id desc);
create index license_requests_by_customer on license_requests (customer_id, id desc);

-- The licences that an approval issued. A licence comes of one request at most.
create table license_request_licenses (
    request_id  uuid not null references license_requests,
    number      int  not null check (number > 0),
    license_id  uuid not null unique references licenses,
    primary key (request_id, number)
);
