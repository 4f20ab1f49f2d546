-- Originals by digest, every version of their records, events, and the current records as tidy rows.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  sm3 TEXT,
  bytes INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  added_at TEXT NOT NULL,
  checked_at TEXT,
  version INTEGER NOT NULL
);
CREATE TABLE origin (
  document INTEGER NOT NULL REFERENCES document,
  uri TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (document, uri)
) WITHOUT ROWID;
CREATE TABLE version (
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (document, number)
);
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document,
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  agent TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX event_document ON event (document);
CREATE TABLE assigned (
  document INTEGER NOT NULL REFERENCES document,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, field)
) WITHOUT ROWID;
CREATE UNIQUE INDEX assigned_code ON assigned (value) WHERE field = '档号';

CREATE TABLE bulletin (
  document INTEGER PRIMARY KEY REFERENCES document,
  title TEXT, series TEXT, document_number TEXT, source_name TEXT, classification TEXT,
  issue_year INTEGER, issue_number INTEGER, issue_total INTEGER,
  published TEXT, region_code TEXT, region_name TEXT, issuers TEXT,
  media_type TEXT NOT NULL, encoding TEXT, reader TEXT NOT NULL,
  characters INTEGER NOT NULL, repairs INTEGER NOT NULL, remarks INTEGER NOT NULL
);
CREATE INDEX bulletin_published ON bulletin (published);
CREATE TABLE section (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, parent TEXT, level INTEGER NOT NULL,
  marker TEXT, heading TEXT, role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE TABLE date_mention (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
  first_day TEXT, last_day TEXT, granularity TEXT NOT NULL, role TEXT, repaired INTEGER NOT NULL, certainty REAL NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE TABLE unit (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, surface TEXT NOT NULL, kind TEXT NOT NULL,
  role TEXT, roles TEXT NOT NULL, quantifier TEXT, count INTEGER, status TEXT NOT NULL,
  canonical_id TEXT, canonical_name TEXT, score REAL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX unit_surface ON unit (surface);
CREATE TABLE unit_name (
  name TEXT NOT NULL, document INTEGER NOT NULL, unit TEXT NOT NULL,
  PRIMARY KEY (name, document, unit)
) WITHOUT ROWID;
CREATE INDEX unit_name_document ON unit_name (document);
CREATE TABLE problem (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, section TEXT, heading TEXT, text TEXT NOT NULL,
  nature TEXT, domain TEXT, inherited INTEGER NOT NULL, quantifier TEXT NOT NULL, frequency TEXT NOT NULL,
  degree TEXT NOT NULL, certainty REAL NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE TABLE problem_code (
  facet TEXT NOT NULL, code TEXT NOT NULL, document INTEGER NOT NULL, problem TEXT NOT NULL, rank INTEGER NOT NULL,
  PRIMARY KEY (facet, code, document, problem)
) WITHOUT ROWID;
CREATE INDEX problem_code_document ON problem_code (document);
CREATE TABLE problem_unit (
  document INTEGER NOT NULL, problem TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (document, problem, unit)
) WITHOUT ROWID;
CREATE TABLE recommendation (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, section TEXT, heading TEXT, text TEXT NOT NULL,
  deadline TEXT, deadline_text TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX recommendation_deadline ON recommendation (deadline) WHERE deadline IS NOT NULL;
CREATE TABLE recommendation_unit (
  document INTEGER NOT NULL, recommendation TEXT NOT NULL, unit TEXT NOT NULL,
  PRIMARY KEY (document, recommendation, unit)
) WITHOUT ROWID;
CREATE TABLE link (
  document INTEGER NOT NULL, recommendation TEXT NOT NULL, problem TEXT NOT NULL, basis TEXT NOT NULL,
  certainty REAL NOT NULL, PRIMARY KEY (document, recommendation, problem)
) WITHOUT ROWID;
CREATE TABLE label (facet TEXT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (facet, code)) WITHOUT ROWID;
