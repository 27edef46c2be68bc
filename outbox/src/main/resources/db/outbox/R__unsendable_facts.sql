-- Why the broker will never take a fact; it stays for an administrator to see, and holds up nothing behind it. Null for all others.
alter table outbox add column if not exists unsendable text;
