# %% [markdown]
# # From an archive to DuckDB and pandas
#
# An archive keeps originals, records and their history. For statistics you want tables. This notebook goes the whole way, asks
# **one question in three ways**, and asserts that the answers are the same.
#
# | tool | good for | reads |
# |---|---|---|
# | `bulletin archive sql` | a quick question, read-only, nothing else installed | views of `archive.sqlite` |
# | DuckDB | joins and windows over all tables, Parquet | the file of `bulletin export --to duckdb` |
# | pandas | what SQL says badly: resampling, models, plots | either |

# %%
import sqlite3

import duckdb
import invented
import matplotlib.pyplot as plt
import pandas as pd
import style

from bulletin_nlp.export import export
from bulletin_nlp.reconcile import Registries

print(style.use())
archive = invented.archive()
county = invented.places()[0]

# %% [markdown]
# ## The archive
#
# It was made by `bulletin archive add`. The same command again does nothing, because an original is known by its bytes; so
# it may be interrupted at any time, and run each week over the same inbox.

# %%
folder = invented.bulletins() / county
invented.bulletin(
    "archive", "add", folder, "--region", county, "--knowledge", invented.knowledge(), "--archive", archive
)

# %% [markdown]
# (The note on *other settings* is about the second county of this archive, which has a region of its own.)
#
# `archive sql` without a question lists the views. They are documented and stay stable; the tables below them may change.

# %%
invented.bulletin("archive", "sql", "--archive", archive)

# %% [markdown]
# ## The question
#
# > Which departments and towns of the county were blamed for unfinished rectification (整改不到位, any rank) in most bulletins before
# > and after 2019?
#
# It needs four tables (bulletins, findings, codes, mentions), a period, and three decisions that are easily forgotten: reposts
# count once, any rank of the code counts, and bulletins are counted, not mentions.
#
# ### First way: `archive sql`

# %%
question = f"""
SELECT u.canonical_name AS unit, CASE WHEN b.year < 2019 THEN 'before' ELSE 'since' END AS period,
  count(DISTINCT b.bulletin_id) AS bulletins
FROM bulletins b
JOIN problem_codes c ON c.bulletin_id = b.bulletin_id AND c.facet = 'nature' AND c.code = 'rectification'
JOIN problem_units x ON x.bulletin_id = c.bulletin_id AND x.problem_id = c.problem_id
JOIN units u ON u.bulletin_id = x.bulletin_id AND u.unit_id = x.unit_id
WHERE b.best_copy = 1 AND b.region_name = '{county}' AND b.year IS NOT NULL AND u.canonical_name IS NOT NULL
GROUP BY unit, period ORDER BY bulletins DESC, unit, period
"""
invented.bulletin(
    "archive", "sql", question, "--archive", archive, "--format", "csv", "-o", invented.DATA / "first.csv"
)
first = pd.read_csv(invented.DATA / "first.csv")
first.head()

# %% [markdown]
# ### Second way: DuckDB
#
# On the command line, `bulletin export records.jsonl --to duckdb -o bulletins.duckdb` writes the tables from what `bulletin parse`
# wrote. From an archive, take the records that it keeps, so that nothing is parsed again:

# %%
target = invented.DATA / "from_archive.duckdb"
export(invented.records(archive), "duckdb", target, Registries(invented.knowledge()))

with duckdb.connect(target, read_only=True) as database:
    sizes = {name: database.table(name).shape[0] for (name,) in database.execute("SHOW TABLES").fetchall()}
pd.Series(sizes, name="rows").sort_values(ascending=False).head(12).to_frame()

# %% [markdown]
# The tables are finer than the views (every list has one), and every code has its label in Chinese and English beside it. An id such as
# `problem_id` is unique over all bulletins here, while in the archive's views it is so within its bulletin: **join on both columns
# there, on one here.** What the archive alone knows, such as copies, comes over as a data frame: DuckDB reads pandas frames by
# their variable's name.

# %%
with sqlite3.connect(archive / "archive.sqlite") as kept:
    copies = pd.read_sql("SELECT bulletin_id, copies_group, best_copy, year FROM bulletins", kept)

with duckdb.connect(target, read_only=True) as database:
    second = database.execute(
        """
        SELECT canonical_name AS unit, CASE WHEN year < 2019 THEN 'before' ELSE 'since' END AS period,
          count(DISTINCT bulletin_id) AS bulletins
        FROM problem_natures JOIN problems USING (problem_id) JOIN problem_units USING (problem_id)
        JOIN units USING (bulletin_id, unit_id) JOIN bulletins USING (bulletin_id) JOIN copies USING (bulletin_id)
        WHERE problem_natures.nature = 'rectification' AND best_copy = 1 AND region_name = ? AND year IS NOT NULL
          AND canonical_name IS NOT NULL
        GROUP BY ALL ORDER BY bulletins DESC, unit, period
        """,
        [county],
    ).df()
second.head()

# %% [markdown]
# ### Third way: pandas
#
# `validate` makes every join say what it expects, and fails where a key is not a key.

# %%
with duckdb.connect(target, read_only=True) as database:
    table = {
        name: database.table(name).df()
        for name in [
            "bulletins",
            "problems",
            "problem_natures",
            "problem_units",
            "units",
            "registry",
            "texts",
            "codebook",
        ]
    }

coded = table["problem_natures"].query("nature == 'rectification'")[["problem_id"]]
third = (
    coded.merge(table["problem_units"][["problem_id", "unit_id"]], on="problem_id", validate="one_to_many")
    .merge(table["units"][["unit_id", "bulletin_id", "canonical_name"]], on="unit_id", validate="many_to_one")
    .merge(table["bulletins"][["bulletin_id", "region_name"]], on="bulletin_id", validate="many_to_one")
    .merge(copies, on="bulletin_id", validate="many_to_one")
    .query("best_copy == 1 and region_name == @county")
    .dropna(subset=["year", "canonical_name"])
    .assign(period=lambda rows: (rows["year"] < 2019).map({True: "before", False: "since"}))
    .groupby(["canonical_name", "period"], as_index=False)["bulletin_id"]
    .nunique()
    .set_axis(["unit", "period", "bulletins"], axis=1)
    .sort_values(["bulletins", "unit", "period"], ascending=[False, True, True], ignore_index=True)
)

pd.testing.assert_frame_equal(first, second, check_dtype=False)
pd.testing.assert_frame_equal(first, third, check_dtype=False)
print(f"three ways, the same {len(first)} rows")

# %%
wide = first.pivot(index="unit", columns="period", values="bulletins").fillna(0)
wide = wide.assign(sum=wide.sum(axis=1)).sort_values(["sum", "since"]).tail(14)
ids = table["registry"].set_index("name")["canonical_id"]
figure, axes = plt.subplots(figsize=(6.2, 4.0))
places = range(len(wide))
axes.barh(places, wide["before"], color=style.SKY, height=0.65, label="2014–2018")
axes.barh(places, wide["since"], left=wide["before"], color=style.BLUE, height=0.65, label="2019–2024")
axes.set_yticks(places, style.labels(wide.index.str.removeprefix(county), ids.reindex(wide.index)))
axes.set_xlabel("bulletins that blame the unit for unfinished rectification")
axes.xaxis.get_major_locator().set_params(integer=True)
axes.legend(loc="lower right")
axes.set_title("整改不到位, by unit" if style.chinese_font() else "rectification, by unit")
style.across(axes)
style.note(figure)

# %% [markdown]
# ## From a number back to the text
#
# A count that cannot be read again is hearsay. `char_start` and `char_end` are half-open, in code points of the text of the
# table `texts`; Python strings count in the same way. (JavaScript and Excel count UTF-16 units: they differ after characters such as 𠮷.)

# %%
text = table["texts"].sort_values(["bulletin_id", "part"]).groupby("bulletin_id")["text"].sum()
example = table["problems"].query("nature == 'rectification'").sort_values("problem_id").head(3)
for row in example.itertuples():
    whole = text[row.bulletin_id]
    assert whole[row.char_start : row.char_end] == row.text
    print(f"…{whole[max(0, row.char_start - 12) : row.char_start]}【{row.text}】".replace("\n", "⏎"))

# %% [markdown]
# ## Every column is described
#
# The table `codebook` travels with the export. Put it into the appendix of a data publication.

# %%
codebook = table["codebook"].query("table_name == 'problems'")
codebook[["column_name", "title", "type", "refers_to", "codes"]].fillna("").reset_index(drop=True)

# %% [markdown]
# ## Parquet, for other languages
#
# `--to parquet` writes a file a table, which R (`arrow`), Julia and Polars read. DuckDB asks them without loading:

# %%
export(invented.records(archive), "parquet", invented.DATA / "parquet", Registries(invented.knowledge()))
where = (invented.DATA / "parquet").as_posix()
duckdb.sql(
    f"""
    SELECT coalesce(class_zh, '未定性') AS class, count(*) AS findings, count(DISTINCT bulletin_id) AS bulletins
    FROM '{where}/problems.parquet' JOIN '{where}/natures.parquet' USING (nature)
    GROUP BY ALL ORDER BY findings DESC
    """
).df()

# %% [markdown]
# Next: [how good the extraction is, and how to cite it](05_quality.ipynb).
