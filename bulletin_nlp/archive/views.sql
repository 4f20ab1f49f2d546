-- The documented views: what `bulletin archive sql`, Datasette, DuckDB and notebooks read. A column is never renamed or
-- dropped without a new major version; the tables below them may change.
CREATE VIEW bulletins AS
  SELECT d.id AS bulletin_id, b.title, b.series, b.document_number, b.issue_year, b.issue_number, b.issue_total,
    b.published, CAST(substr(b.published, 1, 4) AS INTEGER) AS year, b.region_code, b.region_name, b.issuers,
    b.source_name, b.classification,
    (SELECT value FROM assigned a WHERE a.document = d.number AND a.field = '档号') AS archival_code,
    (SELECT count(*) FROM problem p WHERE p.document = d.number) AS problems,
    (SELECT count(*) FROM recommendation r WHERE r.document = d.number) AS recommendations,
    b.repairs, b.remarks, b.characters, b.media_type, b.encoding, d.sha256, d.bytes, d.added_at, d.checked_at,
    d.version AS record_version,
    (SELECT uri FROM origin o WHERE o.document = d.number ORDER BY seen_at, uri LIMIT 1) AS uri,
    c.of_group AS copies_group, coalesce(c.best, 1) AS best_copy
  FROM document d JOIN bulletin b ON b.document = d.number LEFT JOIN copy c ON c.document = d.number;
CREATE VIEW texts AS
  SELECT d.id AS bulletin_id, t.text FROM document d JOIN body t ON t.document = d.number;
CREATE VIEW sections AS
  SELECT d.id AS bulletin_id, s.id AS section_id, s.ordinal, s.parent, s.level, s.marker, s.heading, s.role, s.start, s."end"
  FROM section s JOIN document d ON d.number = s.document;
CREATE VIEW dates AS
  SELECT d.id AS bulletin_id, t.id AS date_id, t.ordinal, t.text, t.kind, t.first_day, t.last_day, t.granularity, t.role,
    t.repaired, t.certainty, t.start, t."end", t.rule
  FROM date_mention t JOIN document d ON d.number = t.document;
CREATE VIEW units AS
  SELECT d.id AS bulletin_id, u.id AS unit_id, u.ordinal, u.surface, u.kind, u.role, u.roles, u.quantifier, u.count,
    u.status, u.canonical_id, u.canonical_name, u.score, u.start, u."end", u.rule
  FROM unit u JOIN document d ON d.number = u.document;
CREATE VIEW problems AS
  SELECT d.id AS bulletin_id, p.id AS problem_id, p.ordinal, p.section AS section_id, p.heading, p.text,
    p.nature, n.label AS nature_label, p.domain, m.label AS domain_label,
    (SELECT group_concat(u.surface, ';') FROM problem_unit x JOIN unit u ON u.document = x.document AND u.id = x.unit
      WHERE x.document = p.document AND x.problem = p.id) AS units,
    p.inherited, p.quantifier, p.frequency, p.degree, p.certainty, p.start, p."end", p.rule
  FROM problem p JOIN document d ON d.number = p.document
  LEFT JOIN label n ON n.facet = 'nature' AND n.code = p.nature
  LEFT JOIN label m ON m.facet = 'domain' AND m.code = p.domain;
CREATE VIEW problem_codes AS
  SELECT d.id AS bulletin_id, c.problem AS problem_id, c.facet, c.code, l.label, c.rank
  FROM problem_code c JOIN document d ON d.number = c.document
  LEFT JOIN label l ON l.facet = c.facet AND l.code = c.code;
CREATE VIEW problem_units AS
  SELECT d.id AS bulletin_id, x.problem AS problem_id, x.unit AS unit_id
  FROM problem_unit x JOIN document d ON d.number = x.document;
CREATE VIEW recommendations AS
  SELECT d.id AS bulletin_id, r.id AS recommendation_id, r.ordinal, r.section AS section_id, r.heading, r.text, r.deadline,
    r.deadline_text,
    (SELECT group_concat(u.surface, ';') FROM recommendation_unit x JOIN unit u ON u.document = x.document AND u.id = x.unit
      WHERE x.document = r.document AND x.recommendation = r.id) AS units,
    r.start, r."end", r.rule
  FROM recommendation r JOIN document d ON d.number = r.document;
CREATE VIEW recommendation_units AS
  SELECT d.id AS bulletin_id, x.recommendation AS recommendation_id, x.unit AS unit_id
  FROM recommendation_unit x JOIN document d ON d.number = x.document;
CREATE VIEW deadlines AS
  SELECT r.deadline, d.id AS bulletin_id, r.id AS recommendation_id, b.title, b.published, u.surface AS unit,
    u.canonical_name, r.heading, r.text
  FROM recommendation r JOIN document d ON d.number = r.document JOIN bulletin b ON b.document = r.document
  LEFT JOIN recommendation_unit x ON x.document = r.document AND x.recommendation = r.id
  LEFT JOIN unit u ON u.document = x.document AND u.id = x.unit
  WHERE r.deadline IS NOT NULL;
CREATE VIEW links AS
  SELECT d.id AS bulletin_id, l.recommendation AS recommendation_id, l.problem AS problem_id, l.basis, l.certainty
  FROM link l JOIN document d ON d.number = l.document;
CREATE VIEW events AS
  SELECT e.number AS event_id, d.id AS bulletin_id, e.type, e.at, e.outcome, e.agent, e.detail
  FROM event e LEFT JOIN document d ON d.number = e.document;
CREATE VIEW copies AS
  SELECT c.of_group AS group_id, d.id AS bulletin_id, c.best, b.title, b.published, b.repairs, b.characters
  FROM copy c JOIN document d ON d.number = c.document JOIN bulletin b ON b.document = c.document;
