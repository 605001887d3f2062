-- Catalogue: what the vendor offers. Codes are the names programs use, so they never change.

create table products (
    id          uuid primary key,
    code        text not null constraint products_code_key unique
                check (code ~ '^[a-z][a-z0-9-]{0,63}$'),
    name        text not null check (length(name) between 1 and 200),
    kind        text not null check (kind in ('software', 'certificate', 'content', 'membership')),
    key_prefix  text check (key_prefix ~ '^[A-Z0-9]{2,8}$'),
    version     bigint not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create table features (
    id          uuid primary key,
    product_id  uuid not null references products,
    code        text not null check (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    name        text not null check (length(name) between 1 and 200),
    type        text not null check (type in ('switch', 'number', 'text', 'metered')),
    unit        text check (length(unit) between 1 and 40),
    kind        text not null check (kind in ('software', 'service')),
    version     bigint not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint features_product_code_key unique (product_id, code)
);

-- version is the plan version that new licences get; revision counts every change of the row, a new name included.
create table plans (
    id          uuid primary key,
    product_id  uuid not null references products,
    code        text not null check (code ~ '^[a-z][a-z0-9-]{0,63}$'),
    name        text not null check (length(name) between 1 and 200),
    version     integer not null default 1 check (version > 0),
    revision    bigint not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint plans_product_code_key unique (product_id, code)
);

create index plans_code on plans (code);

-- What a licence was sold with. A licence keeps its version until it is moved, so a version is never changed or removed.
create table plan_versions (
    id          uuid not null unique,
    plan_id     uuid not null references plans,
    version     integer not null check (version > 0),
    policy      jsonb not null,
    features    jsonb not null,
    created_at  timestamptz not null,
    primary key (plan_id, version)
);

-- The plan's current version exists. Checked at commit, since the two rows refer to each other.
alter table plans add constraint plans_current_version
    foreign key (id, version) references plan_versions (plan_id, version) deferrable initially deferred;

create trigger plan_versions_append_only before update or delete on plan_versions
    for each row execute function refuse_change();

-- Customers: who holds licences, employees and partners included, and the people who use them.

create table customers (
    id           uuid primary key,
    kind         text not null check (kind in ('organization', 'individual', 'employee', 'partner')),
    name         text not null check (length(name) between 1 and 200),
    email        text not null check (length(email) <= 254),
    country      text not null check (country ~ '^[A-Z]{2}$'),
    external_id  text constraint customers_external_id_key unique check (length(external_id) between 1 and 200),
    metadata     jsonb not null default '{}',
    version      bigint not null default 1,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

create table users (
    id           uuid primary key,
    customer_id  uuid not null references customers,
    email        text not null check (length(email) <= 254),
    name         text not null check (length(name) between 1 and 200),
    version      bigint not null default 1,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

-- One person, one place: the same address in another case is the same user of a customer.
create unique index users_customer_email_key on users (customer_id, lower(email));
