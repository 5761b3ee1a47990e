create table if not exists item (name text primary key, price integer not null);
insert into item values ('teapot', 25), ('cup', 5) on conflict do nothing;
