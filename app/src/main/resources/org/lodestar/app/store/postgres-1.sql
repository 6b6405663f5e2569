CREATE TABLE fact (
  seq BIGINT PRIMARY KEY,
  batch BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  site TEXT NOT NULL,
  participant TEXT,
  stream TEXT NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  layout INTEGER NOT NULL,
  bundle BYTEA NOT NULL,
  software TEXT NOT NULL,
  command_id TEXT NOT NULL,
  hash BYTEA NOT NULL
)
---
CREATE UNIQUE INDEX fact_stream ON fact (stream, version)
---
CREATE INDEX fact_participant ON fact (participant, seq) WHERE participant IS NOT NULL
---
CREATE UNIQUE INDEX fact_command ON fact (command_id) WHERE seq = batch
---
CREATE TABLE content (seq BIGINT PRIMARY KEY, members TEXT NOT NULL, salts BYTEA NOT NULL)
---
CREATE TABLE bundle (digest BYTEA PRIMARY KEY, bytes BYTEA NOT NULL)
---
CREATE TABLE attachment (digest BYTEA PRIMARY KEY, bytes BYTEA NOT NULL)
---
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  at_ms BIGINT NOT NULL
)
---
INSERT INTO head VALUES (1, 0, decode(repeat('00', 32), 'hex'), 0)
---
CREATE TABLE schema_version (number INTEGER NOT NULL)
---
INSERT INTO schema_version VALUES (1)
---
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$
---
CREATE FUNCTION allow_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
-- The one change: a member and its salt give way to their digest, and an uncommitted
-- value-redacted fact says so.
BEGIN
  IF NEW.seq = OLD.seq AND EXISTS (
    SELECT 1
    FROM fact r
    JOIN content said ON said.seq = r.seq
    JOIN json_each(OLD.members::json) WITH ORDINALITY AS o (key, value, place)
      ON o.key = said.members::json ->> 'member'
    JOIN json_each(NEW.members::json) AS n (key, value) ON n.key = o.key
    WHERE r.seq > (SELECT seq FROM head)
      AND r.kind = 'value-redacted'
      AND said.members::json ->> 'seq' = OLD.seq::text
      AND NOT (json_typeof(o.value) = 'object' AND o.value -> 'redacted' IS NOT NULL)
      AND n.value::text = '{"by":"' || r.seq || '","redacted":"'
          || (said.members::json ->> 'digest') || '"}'
      AND (SELECT count(*) FROM json_each(NEW.members::json))
          = (SELECT count(*) FROM json_each(OLD.members::json))
      AND NOT EXISTS (
        SELECT 1 FROM json_each(OLD.members::json) AS a
        LEFT JOIN json_each(NEW.members::json) AS b ON b.key = a.key
        WHERE a.key <> o.key AND b.value::text IS DISTINCT FROM a.value::text)
      AND NEW.salts = overlay(
        OLD.salts PLACING decode(repeat('00', 16), 'hex') FROM (16 * (o.place - 1) + 1)::integer))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'content is never changed but by a redaction'
    USING ERRCODE = 'integrity_constraint_violation';
END $$
---
CREATE FUNCTION advance_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id = OLD.id AND NEW.seq > OLD.seq AND EXISTS (
    SELECT 1 FROM fact f
    WHERE f.seq = NEW.seq AND f.hash = NEW.hash AND f.at_ms = NEW.at_ms
      AND f.seq = (SELECT max(seq) FROM fact))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the head only moves to the newest fact'
    USING ERRCODE = 'integrity_constraint_violation';
END $$
---
CREATE TRIGGER fact_stays BEFORE UPDATE OR DELETE ON fact
FOR EACH ROW EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER fact_whole BEFORE TRUNCATE ON fact
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER content_redacts BEFORE UPDATE ON content
FOR EACH ROW EXECUTE FUNCTION allow_redaction()
---
CREATE TRIGGER content_remains BEFORE DELETE ON content
FOR EACH ROW EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER content_whole BEFORE TRUNCATE ON content
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER bundle_stays BEFORE UPDATE OR DELETE ON bundle
FOR EACH ROW EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER bundle_whole BEFORE TRUNCATE ON bundle
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER attachment_stays BEFORE UPDATE OR DELETE ON attachment
FOR EACH ROW EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER attachment_whole BEFORE TRUNCATE ON attachment
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER head_advances BEFORE UPDATE ON head
FOR EACH ROW EXECUTE FUNCTION advance_head()
---
CREATE TRIGGER head_remains BEFORE INSERT OR DELETE ON head
FOR EACH ROW EXECUTE FUNCTION refuse_change()
---
CREATE TRIGGER head_whole BEFORE TRUNCATE ON head
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
