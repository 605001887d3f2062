-- Terms, who accepted them, certificates, and what proves that the record was not changed afterwards.

-- A version of a text that binds people. What somebody accepted never changes.
create table terms (
    id            uuid primary key,
    code          text not null check (code ~ '^[a-z][a-z0-9-]{0,63}$'),
    version       text not null check (length(version) between 1 and 40),
    title         text not null check (length(title) between 1 and 200),
    body          text,
    url           text check (length(url) <= 2000),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    effective_at  timestamptz not null,
    product_id    uuid references products,
    created_at    timestamptz not null,
    constraint terms_code_version_key unique (code, version),
    check ((body is null) <> (url is null))
);

create index terms_in_force on terms (code, effective_at desc, id desc);

create trigger terms_append_only before update or delete on terms
    for each row execute function refuse_change();

-- The terms that apply to a product: of this code, the version that is in force.
create table product_terms (
    product_id  uuid primary key references products,
    code        text not null,
    set_at      timestamptz not null
);

-- Who accepted what, when, and how we know. Rows are added and never touched again.
create table terms_acceptances (
    id           uuid primary key,
    license_id   uuid not null references licenses,
    terms_id     uuid not null references terms,
    name         text not null check (length(name) between 1 and 200),
    email        text not null check (length(email) <= 254),
    accepted_at  timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    request_id   text not null,
    address      text,
    evidence     jsonb not null default '{}',
    check (accepted_at <= recorded_at)
);

create index terms_acceptances_of_license on terms_acceptances (license_id, id desc);

create trigger terms_acceptances_append_only before update or delete on terms_acceptances
    for each row execute function refuse_change();

-- The acceptance that is in force, as the licence answers it: read with the licence, without another look-up.
alter table licenses add column terms jsonb;

-- What was handed out to prove a licence, each copy with a number of its own that leads back to who asked for it.
create table certificates (
    id           uuid primary key,
    number       text not null constraint certificates_number_key unique check (length(number) = 20),
    license_id   uuid not null references licenses,
    customer_id  uuid references customers,
    form         text not null check (form in ('issue', 'json', 'pdf')),
    made_at      timestamptz not null,
    made_for     text not null,
    request_id   text not null,
    address      text,
    claims       jsonb not null,
    token        text not null
);

create index certificates_of_license on certificates (license_id, id desc);

create trigger certificates_append_only before update or delete on certificates
    for each row execute function refuse_change();
create trigger terms_no_truncate before truncate on terms
    for each statement execute function refuse_change();
create trigger terms_acceptances_no_truncate before truncate on terms_acceptances
    for each statement execute function refuse_change();
create trigger certificates_no_truncate before truncate on certificates
    for each statement execute function refuse_change();
create trigger validations_no_truncate before truncate on validations
    for each statement execute function refuse_change();
