-- up

-- How often an address has been asked is counted after the mails have ended, too: by a digest of it with a salt of its own,
-- which goes a day after it was asked for. Whoever follows the same link again is told that it is done.
alter table notice_subscription add column address_fingerprint text null, add column end_hash text null;

-- down

alter table notice_subscription drop column address_fingerprint, drop column end_hash;
