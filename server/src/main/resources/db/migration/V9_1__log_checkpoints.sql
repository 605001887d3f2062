-- Signed digests of the logs, section by section: a row that is changed, removed or put in later no longer fits. Made aside from
-- whatever writes the rows, and chained: each has the digest of the one before in it.
create table log_checkpoints (
    log       text        not null check (log in ('events', 'validations')),
    seq       bigint      not null check (seq > 0),
    made_at   timestamptz not null,
    after_id  uuid        not null,
    last_id   uuid        not null,
    rows      bigint      not null check (rows > 0),
    previous  text        not null,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    token     text        not null,
    primary key (log, seq),
    check (after_id < last_id)
);

create trigger log_checkpoints_append_only before update or delete on log_checkpoints
    for each row execute function refuse_change();
create trigger log_checkpoints_no_truncate before truncate on log_checkpoints
    for each statement execute function refuse_change();
