-- What the rest is made with: dice that always fall the same, well-formed TypeIDs, and where the world begins.

-- Compiling these statements takes longer than running them.
set local jit = off;

-- A number in [0, 1) from a number and what it is thrown for. No seed and no order of rows can change it.
create function pg_temp.dice(n bigint, throw int) returns double precision
  language sql immutable
  return (hashint8extended(n, throw) & 1048575) / 1048576.0::double precision;

-- One of the words.
create function pg_temp.pick(words text[], n bigint, throw int) returns text
  language sql immutable
  return words[1 + floor(pg_temp.dice(n, throw) * cardinality(words))::int];

-- A TypeID of its moment and number. 50 of the 130 bits are the moment, that is ten letters; the rest begins with the
-- version and has the variant in its place. Hexadecimal digits are letters of base32 too.
create function pg_temp.typeid(prefix text, at timestamptz, n bigint) returns text
  language plpgsql immutable as $$
declare
  ms bigint := extract(epoch from at) * 1000;
  letters constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  random text := md5(prefix || n);
begin
  return prefix || '_'
    || substr(letters, (ms >> 45)::int % 32 + 1, 1) || substr(letters, ((ms >> 40) & 31)::int + 1, 1)
    || substr(letters, ((ms >> 35) & 31)::int + 1, 1) || substr(letters, ((ms >> 30) & 31)::int + 1, 1)
    || substr(letters, ((ms >> 25) & 31)::int + 1, 1) || substr(letters, ((ms >> 20) & 31)::int + 1, 1)
    || substr(letters, ((ms >> 15) & 31)::int + 1, 1) || substr(letters, ((ms >> 10) & 31)::int + 1, 1)
    || substr(letters, ((ms >> 5) & 31)::int + 1, 1) || substr(letters, (ms & 31)::int + 1, 1)
    || 'e' || substr(random, 1, 2) || substr('89ab', n::int % 4 + 1, 1) || substr(random, 3, 4)
    || lpad(to_hex(n), 8, '0');
end $$;

-- One row: how large the world is, the hour it is now in it, ten years before, how long lies between two calls that
-- open, how long a call lasts, and what is given as reference.
create temp table world as
select $1::int as ideas, calls, today, began, step, greatest(interval '120 days', step * 2.5) as lasts,
  $3::jsonb as the_programme, $4::jsonb as the_areas, $5::jsonb as the_partners
from (select $2::int as calls, date_trunc('hour', now()) as today, date_trunc('hour', now()) - interval '10 years' as began) as size,
  lateral (select (today + interval '1 year' - began) / calls as step) as pace;

-- How many whole steps from one call to the next lie in a stretch of time.
create function pg_temp.steps(stretch interval) returns int
  language sql stable
  return (select floor(extract(epoch from stretch) / extract(epoch from step))::int from pg_temp.world);
