-- The tables of the journal. Events, manifest and membership are partitioned by the month (UTC) of
-- the event, so that a month can go as a whole after its term while the seals of its blocks stay.
-- Each has a default partition: an event of a month that nobody opened is kept, not lost.

CREATE SCHEMA journal;
GRANT USAGE ON SCHEMA journal
  TO vijfluik_app, vijfluik_clock, vijfluik_destroyer, vijfluik_auditor;

-- One act or one decision. No foreign keys: an event outlives what it speaks of, and its insert
-- waits for no lock of a business table. Column order here is not the order of the encoding.
CREATE TABLE journal_event (
  moment timestamptz NOT NULL,
  id uuid NOT NULL,
  actor uuid,
  actor_name text NOT NULL,
  organisation text NOT NULL,
  mandate uuid,
  purpose text NOT NULL,
  action text NOT NULL CHECK (action <> ''),
  object_type text NOT NULL,
  object_key text NOT NULL,
  result text NOT NULL CHECK (result IN ('done', 'allowed', 'denied', 'failed', 'attempted')),
  rule text NOT NULL,
  policy_version text NOT NULL,
  reason text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('web', 'command', 'clock')),
  trace text NOT NULL CHECK (trace ~ '^[0-9a-f]{32}$'),
  span text NOT NULL CHECK (span ~ '^[0-9a-f]{16}$'),
  details text NOT NULL CHECK (details LIKE '{%}'),
  -- Random keys of the persons whose data were touched, sorted, each once: part of the event's
  -- hash. journal_subject repeats them, a row each, for "who saw what about me".
  subjects uuid[] NOT NULL,
  encoding smallint NOT NULL CHECK (encoding = 1),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  CONSTRAINT journal_event_decision_names_its_rule
    CHECK (result NOT IN ('allowed', 'denied') OR (rule <> '' AND policy_version <> '')),
  PRIMARY KEY (moment, id)
) PARTITION BY RANGE (moment);
CREATE INDEX journal_event_id ON journal_event (id);
CREATE INDEX journal_event_actor ON journal_event (actor, moment);
CREATE INDEX journal_event_object ON journal_event (object_type, object_key, moment);

CREATE TABLE journal_subject (
  moment timestamptz NOT NULL,
  event uuid NOT NULL,
  subject uuid NOT NULL,
  PRIMARY KEY (moment, event, subject)
) PARTITION BY RANGE (moment);
CREATE INDEX journal_subject_subject ON journal_subject (subject, moment);

-- Events that are not sealed yet. No index: it is as small as what happened in the last second.
CREATE TABLE journal_queue (moment timestamptz NOT NULL, event uuid NOT NULL);
ALTER TABLE journal_queue
  SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- The chain. A block seals events of one month; a block of kind 'drop' seals the statement that a
-- month was dropped. Rows stay for ever.
CREATE TABLE journal_block (
  number bigint PRIMARY KEY CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('events', 'drop')),
  previous bytea NOT NULL CHECK (octet_length(previous) = 32),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  events integer NOT NULL CHECK (events >= 0),
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  sealed_at timestamptz NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);

CREATE TABLE journal_membership (
  moment timestamptz NOT NULL,
  event uuid NOT NULL,
  block bigint NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
  PRIMARY KEY (block, position, moment),
  UNIQUE (moment, event)
) PARTITION BY RANGE (moment);

-- What was dropped, by whom, when and why; the root of its block is the hash of this statement.
CREATE TABLE journal_drop (
  block bigint PRIMARY KEY REFERENCES journal_block,
  month date NOT NULL UNIQUE,
  dropped_at timestamptz NOT NULL,
  actor uuid NOT NULL,
  actor_name text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  blocks integer NOT NULL,
  events bigint NOT NULL
);

CREATE TABLE journal_event_default PARTITION OF journal_event DEFAULT;
CREATE TABLE journal_subject_default PARTITION OF journal_subject DEFAULT;
CREATE TABLE journal_membership_default PARTITION OF journal_membership DEFAULT;

-- Writing is one INSERT of an event; whoever may write cannot read. Reading is the auditor's.
GRANT INSERT ON journal_event TO vijfluik_app, vijfluik_clock, vijfluik_destroyer, vijfluik_auditor;
GRANT SELECT ON journal_event, journal_subject, journal_queue, journal_block, journal_membership,
  journal_drop TO vijfluik_auditor;
