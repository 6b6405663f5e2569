CREATE TABLE fact (
  seq INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  site TEXT NOT NULL,
  participant TEXT,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  layout INTEGER NOT NULL,
  bundle BLOB NOT NULL,
  software TEXT NOT NULL,
  command_id TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT
---
CREATE UNIQUE INDEX fact_stream ON fact (stream, version)
---
CREATE INDEX fact_participant ON fact (participant, seq) WHERE participant IS NOT NULL
---
CREATE UNIQUE INDEX fact_command ON fact (command_id) WHERE seq = batch
---
CREATE TABLE content (
  seq INTEGER PRIMARY KEY,
  members TEXT NOT NULL,
  salts BLOB NOT NULL
) STRICT
---
CREATE TABLE bundle (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT
---
CREATE TABLE attachment (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT
---
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT
---
INSERT INTO head VALUES (1, 0, zeroblob(32), 0)
---
-- INSERT OR REPLACE would delete without firing the triggers below.
CREATE TRIGGER fact_appends BEFORE INSERT ON fact
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM fact)
  OR EXISTS (SELECT 1 FROM fact WHERE stream = NEW.stream AND version = NEW.version)
  OR (NEW.seq = NEW.batch
      AND EXISTS (SELECT 1 FROM fact WHERE command_id = NEW.command_id AND seq = batch))
BEGIN SELECT RAISE(ABORT, 'facts are only appended'); END
---
CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END
---
CREATE TRIGGER fact_remains BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END
---
CREATE TRIGGER content_appends BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'content is only appended'); END
---
CREATE TRIGGER content_remains BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'content is never deleted'); END
---
-- The one change: a member and its salt give way to their digest, and an uncommitted
-- value-redacted fact says so.
CREATE TRIGGER content_redacts BEFORE UPDATE ON content
WHEN NOT EXISTS (
  SELECT 1
  FROM fact r
  JOIN content said ON said.seq = r.seq
  JOIN json_each(OLD.members) o ON o.key = json_extract(said.members, '$.member')
  JOIN json_each(NEW.members) n ON n.key = o.key
  WHERE r.seq > (SELECT seq FROM head)
    AND r.kind = 'value-redacted'
    AND json_extract(said.members, '$.seq') = CAST(OLD.seq AS TEXT)
    AND NEW.seq = OLD.seq
    AND NOT (o.type = 'object' AND json_extract(o.value, '$.redacted') IS NOT NULL)
    AND n.value = '{"by":"' || r.seq || '","redacted":"'
        || json_extract(said.members, '$.digest') || '"}'
    AND (SELECT count(*) FROM json_each(NEW.members)) = (SELECT count(*) FROM json_each(OLD.members))
    AND NOT EXISTS (
      SELECT 1 FROM json_each(OLD.members) a
      LEFT JOIN json_each(NEW.members) b ON b.key = a.key
      WHERE a.key <> o.key AND (b.value IS NOT a.value OR b.type <> a.type))
    AND length(NEW.salts) = length(OLD.salts)
    AND (SELECT substr(NEW.salts, 16 * k + 1, 16) = zeroblob(16)
            AND substr(NEW.salts, 1, 16 * k) = substr(OLD.salts, 1, 16 * k)
            AND substr(NEW.salts, 16 * k + 17) = substr(OLD.salts, 16 * k + 17)
         FROM (SELECT count(*) AS k FROM json_each(OLD.members) a WHERE a.id < o.id)))
BEGIN SELECT RAISE(ABORT, 'content is never changed but by a redaction'); END
---
-- The same bytes are kept once; IGNORE leaves the row that is there, also under OR REPLACE.
CREATE TRIGGER bundle_appends BEFORE INSERT ON bundle
WHEN EXISTS (SELECT 1 FROM bundle WHERE digest = NEW.digest)
BEGIN SELECT RAISE(IGNORE); END
---
CREATE TRIGGER bundle_stays BEFORE UPDATE ON bundle
BEGIN SELECT RAISE(ABORT, 'bundles are never changed'); END
---
CREATE TRIGGER bundle_remains BEFORE DELETE ON bundle
BEGIN SELECT RAISE(ABORT, 'bundles are never deleted'); END
---
CREATE TRIGGER attachment_appends BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment WHERE digest = NEW.digest)
BEGIN SELECT RAISE(IGNORE); END
---
CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachments are never changed'); END
---
CREATE TRIGGER attachment_remains BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachments are never deleted'); END
---
CREATE TRIGGER head_advances BEFORE UPDATE ON head
WHEN NEW.id <> OLD.id OR NEW.seq <= OLD.seq
  OR NOT EXISTS (
    SELECT 1 FROM fact f
    WHERE f.seq = NEW.seq AND f.hash = NEW.hash AND f.at_ms = NEW.at_ms
      AND f.seq = (SELECT max(seq) FROM fact))
BEGIN SELECT RAISE(ABORT, 'the head only moves to the newest fact'); END
---
CREATE TRIGGER head_appends BEFORE INSERT ON head
BEGIN SELECT RAISE(ABORT, 'there is one head'); END
---
CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the head is never deleted'); END
---
PRAGMA user_version = 1
