-- up

-- What a source of funding calls said of itself when it was last read whole, so that it can be asked for what is new.
create table import_source (
  format text not null,
  url text not null,
  etag text,
  last_modified text,
  read_at timestamptz(3) not null,
  primary key (format, url)
);

-- down

drop table import_source;
