-- Departments, groups and leavers of a customer, and what part of a licence a department may use.

-- A tree: the module's code keeps it free of circles while it holds the customer's row.
create table departments (
    id           uuid primary key,
    customer_id  uuid not null references customers,
    code         text not null check (length(code) between 1 and 64),
    name         text not null check (length(name) between 1 and 200),
    parent_id    uuid,
    external_id  text check (length(external_id) between 1 and 200),
    metadata     jsonb not null default '{}',
    version      bigint not null default 1,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint departments_of_customer unique (customer_id, id),
    constraint departments_parent foreign key (customer_id, parent_id) references departments (customer_id, id),
    constraint departments_not_below_itself check (parent_id <> id)
);

create unique index departments_code_key on departments (customer_id, lower(code));
create unique index departments_external_id_key on departments (customer_id, external_id);
create index departments_by_parent on departments (parent_id);

-- departed_at: since when the person has left, which frees and blocks everything of theirs.
alter table users
    add column department_id    uuid,
    add column external_id      text check (length(external_id) between 1 and 200),
    add column departed_at      timestamptz,
    add column departure_reason text,
    add constraint users_department foreign key (customer_id, department_id) references departments (customer_id, id);

create unique index users_external_id_key on users (customer_id, external_id);
create index users_by_department on users (department_id, id desc);
create unique index users_of_customer on users (customer_id, id);

-- Some users and devices of a customer by name. The customer stands in each row, so that nobody else's can get in.
create table user_groups (
    id           uuid primary key,
    customer_id  uuid not null references customers,
    code         text not null check (length(code) between 1 and 64),
    name         text not null check (length(name) between 1 and 200),
    version      bigint not null default 1,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint user_groups_of_customer unique (customer_id, id)
);

create unique index user_groups_code_key on user_groups (customer_id, lower(code));

create table group_users (
    group_id     uuid not null,
    customer_id  uuid not null,
    user_id      uuid not null,
    primary key (group_id, user_id),
    foreign key (customer_id, group_id) references user_groups (customer_id, id) on delete cascade,
    foreign key (customer_id, user_id) references users (customer_id, id) on delete cascade
);

create index group_users_by_user on group_users (user_id);

create table group_devices (
    group_id     uuid not null references user_groups on delete cascade,
    fingerprint  text not null check (length(fingerprint) between 1 and 255),
    primary key (group_id, fingerprint)
);

create index group_devices_by_fingerprint on group_devices (fingerprint);

-- Whether a user of a customer has left, for decisions. Belongs to the customers.
create function has_departed(customer uuid, email text) returns boolean language sql stable as $$
    select exists (
        select from users u
        where u.customer_id = $1 and lower(u.email) = lower($2) and u.departed_at is not null)
$$;

-- What part of a licence the users of a department may take; null leaves that quantity undivided.
create table license_allocations (
    license_id     uuid not null references licenses,
    department_id  uuid not null constraint license_allocations_department references departments,
    users          int check (users >= 0),
    devices        int check (devices >= 0),
    concurrent     int check (concurrent >= 0),
    changed_at     timestamptz not null,
    primary key (license_id, department_id),
    check (num_nonnulls(users, devices, concurrent) > 0)
);

create index license_allocations_by_department on license_allocations (department_id);

-- When somebody used a licence last, and what somebody holds.
create index devices_by_user on devices (lower(user_name), license_id) where user_name is not null;
create index validations_by_user on validations (license_id, lower(user_name), id desc)
    where user_name is not null and code = 'VALID';
