-- Why a file no longer counts: its device gave its place up, or its user lost the seat, by whatever way that came about.

alter table license_files add column withdrawal text check (withdrawal in ('deviceReleased', 'seatFreed'));

update license_files f set withdrawal = 'deviceReleased'
from devices d where d.id = f.device_id and d.released_at is not null;

update license_files f set withdrawal = 'seatFreed'
where f.withdrawal is null and f.seat_id is not null and not exists (select from license_users u where u.id = f.seat_id);

create index license_files_withdrawn on license_files (expires_at) where revoked_at is not null or withdrawal is not null;
create index license_files_of_seat on license_files (seat_id);

create function withdraw_files_of_device() returns trigger language plpgsql as $$
begin
    update license_files set withdrawal = 'deviceReleased' where device_id = new.id and withdrawal is null;
    return null;
end
$$;

create trigger devices_withdraw_files after update of released_at on devices
    for each row when (old.released_at is null and new.released_at is not null)
    execute function withdraw_files_of_device();

create function withdraw_files_of_seat() returns trigger language plpgsql as $$
begin
    update license_files set withdrawal = 'seatFreed' where seat_id = old.id and withdrawal is null;
    return null;
end
$$;

create trigger license_users_withdraw_files after delete on license_users
    for each row execute function withdraw_files_of_seat();
