-- up

-- Where an idea and a partner are reached: a role's mailbox.
alter table idea add column contact_email text null;

alter table partner add column contact_email text null;

-- down

alter table idea drop column contact_email;

alter table partner drop column contact_email;
