-- Full text for search, and groups of copies.
CREATE TABLE body (document INTEGER PRIMARY KEY REFERENCES document, text TEXT NOT NULL, search TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
  search, content = 'body', content_rowid = 'document', tokenize = 'trigram case_sensitive 1'
);
-- Every two neighbouring characters of a text as a token: the trigram index answers nothing for words that short.
CREATE VIRTUAL TABLE pairs USING fts5 (search, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

CREATE TABLE sketch (document INTEGER PRIMARY KEY REFERENCES document, normal TEXT NOT NULL, signature BLOB NOT NULL);
CREATE INDEX sketch_normal ON sketch (normal);
CREATE TABLE band (key INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE TABLE near (
  a INTEGER NOT NULL, b INTEGER NOT NULL, likeness REAL NOT NULL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX near_b ON near (b);
CREATE INDEX band_document ON band (document);
CREATE TABLE copy (document INTEGER PRIMARY KEY REFERENCES document, of_group TEXT NOT NULL, best INTEGER NOT NULL);
CREATE INDEX copy_group ON copy (of_group);
