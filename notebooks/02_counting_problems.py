# %% [markdown]
# # Counting problems
#
# How many findings are there of each nature (性质), domain (领域) and year, and **how sure is that**? Two sources of doubt need
# two remedies:
#
# 1. *The corpus is a sample.* Another year, another county, another set of preserved bulletins would give other counts:
#    bootstrap over bulletins.
# 2. *The codes were given by a program that errs.* More bulletins do not help against that: measure its errors on a part
#    that you tagged by hand, and correct.
#
# The corpus is **invented**: 200-odd bulletins of two fictional counties, made by the project's generator and thinned so that
# there is something to find. What it says is worth nothing; but its truth is known, so we can see whether the methods work.

# %%
import sqlite3
from pathlib import Path

import duckdb
import invented
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import style

import bulletin_nlp
from bulletin_nlp.evaluate import evaluate
from bulletin_nlp.evaluate.score import tally_values

print(style.use())

# %% [markdown]
# ## The tables
#
# `bulletin export … --to duckdb` writes tidy tables with keys. Two rules before the first count:
#
# - **Count a repost once.** The archive groups copies of one bulletin (`copies`) and names the best of each group.
# - **Keep what has no year.** Where a damaged bulletin tells no date, its issue may tell the year; else it is `unknown`, and
#   is shown.

# %%
with duckdb.connect(invented.tables(), read_only=True) as database:
    table = {
        name: database.table(name).df()
        for name in ["bulletins", "problems", "problem_natures", "problem_domains", "natures", "domains"]
    }
with sqlite3.connect(invented.archive() / "archive.sqlite") as database:
    once = pd.read_sql("SELECT bulletin_id FROM bulletins WHERE best_copy = 1", database)

bulletins = table["bulletins"].merge(once)
bulletins["year"] = bulletins["published"].dt.year.astype("Int64").fillna(bulletins["issue_year"].astype("Int64"))
problems = table["problems"].merge(bulletins[["bulletin_id", "year"]])

print(
    f"{len(table['bulletins'])} kept, {len(bulletins)} after taking copies together; {len(problems)} findings in them;"
)
print(
    f"{bulletins['year'].isna().sum()} bulletins without a year; {(problems['nature'] == 'unknown').sum()} findings unknown"
)

# %% [markdown]
# ## By nature: primary, or any?
#
# A finding may have several natures, the primary one first. The two ways to count answer different questions:
#
# - **primary**: each finding counts once; shares add up to 100 %. Use it for composition.
# - **any**: a finding counts under each of its natures; shares add up to more. Use it for prevalence: *how often does a
#   finding involve falsified data?*
#
# Say which one you use. The differences are not small, and they are not alike for all codes.
#
# The interval comes from drawing *bulletins* with replacement, not findings: findings of one bulletin were made on one tour by
# the same people about one topic, and hang together. With a matrix of bulletins × codes, two thousand draws are one product.

# %%
DRAWS = 2000


def counts_by_bulletin(rows, column):
    """Bulletins × codes: how many rows of each code a bulletin has."""
    found = rows.groupby(["bulletin_id", column]).size().unstack(fill_value=0)
    return found.reindex(bulletins["bulletin_id"], fill_value=0)


def draws(rows, size, seed=1):
    """How often each of `rows` bulletins is drawn, in each of `size` draws."""
    return np.random.default_rng(seed).multinomial(rows, np.full(rows, 1 / rows), size=size)


def shares(matrix, findings, size=DRAWS):
    """Share of the findings that have each code, in per cent, with a 95 % interval."""
    weights = draws(len(matrix), size)
    spread = 100 * (weights @ matrix.to_numpy()) / (weights @ findings)[:, None]
    low, high = np.percentile(spread, [2.5, 97.5], axis=0)
    centre = 100 * matrix.sum().to_numpy() / findings.sum()
    return pd.DataFrame({"share": centre, "low": low, "high": high}, index=matrix.columns)


primary = counts_by_bulletin(problems, "nature")
anyone = counts_by_bulletin(table["problem_natures"].merge(problems[["problem_id", "bulletin_id"]]), "nature")
findings = primary.sum(axis=1).to_numpy()
by_primary, by_any = shares(primary, findings), shares(anyone, findings)

# %%
named = table["natures"].set_index("nature")["nature_zh"]


nothing_said = ["unknown", "general"]


def rank(frame):
    """Rarest first; below all what names no nature or no domain."""
    order = frame["share"].sort_values().index
    return [*(code for code in order if code in nothing_said), *(code for code in order if code not in nothing_said)]


def dots(axes, frame, order, colour, shift=0.0, hollow=False, label=None):
    """Points with their intervals, one row a code."""
    part = frame.reindex(order)
    tints = [style.GREY if code in nothing_said else colour for code in order]
    places = np.arange(len(order)) + shift
    axes.hlines(places, part["low"], part["high"], colors=tints, lw=1.6)
    axes.scatter(part["share"], places, s=26, c="white" if hollow else tints, edgecolors=tints, zorder=3)
    axes.scatter([], [], s=26, c="white" if hollow else colour, edgecolors=colour, label=label)


order = rank(by_any)
figure, axes = plt.subplots(figsize=(6.6, 6.4))
dots(axes, by_any, order, style.ORANGE, +0.17, hollow=True, label="any of the natures")
dots(axes, by_primary, order, style.BLUE, -0.17, label="primary nature")
axes.set_yticks(range(len(order)), style.labels(named.reindex(order), order))
axes.set(xlim=(0, None), ylim=(-0.7, len(order) - 0.3), xlabel="share of findings, %, with 95 % bootstrap interval")
axes.set_title("性质 Nature of the findings" if style.chinese_font() else "Nature of the findings")
axes.legend(loc="lower right")
style.across(axes)
style.note(figure)

# %% [markdown]
# Look at 整改不到位 (`rectification`): as *any* nature it is far more frequent than as the primary one. Either the bulletins
# really mention unfinished rectification in passing so often, or the program gives this code too freely. No bootstrap can tell
# these apart. We come back to it.
#
# ## By domain
#
# `general` (综合或不属上述, grey) is also the program's answer where no word tells the domain. Read its share as the part of the
# corpus of which domain counts say nothing.

# %%
domains = counts_by_bulletin(problems, "domain")
by_domain = shares(domains, findings)
titles = table["domains"].set_index("domain")["domain_zh"]
order = rank(by_domain)
figure, axes = plt.subplots(figsize=(6.6, 7.0))
dots(axes, by_domain, order, style.BLUE)
axes.set_yticks(range(len(order)), style.labels(titles.reindex(order), order))
axes.set(xlim=(0, None), ylim=(-0.7, len(order) - 0.3), xlabel="share of findings, %, with 95 % bootstrap interval")
axes.set_title("领域 Primary domain of the findings" if style.chinese_font() else "Primary domain of the findings")
style.across(axes)
style.note(figure)

# %% [markdown]
# ## By year
#
# First the denominator: a year with many findings may only be a year with many bulletins. Then shares within years. The four
# natures are chosen **before** looking; of twenty curves the steepest always looks like a discovery. Each year's interval comes
# from drawing the bulletins of that year. The dashed line is the truth, known here alone.

# %%
known = bulletins.dropna(subset="year")
years = np.arange(int(known["year"].min()), int(known["year"].max()) + 1)
per_year = known.groupby("year").size().reindex(years, fill_value=0)
found_per_year = problems.groupby("year").size().reindex(years, fill_value=0)
undated = int(bulletins["year"].isna().sum()), int(problems["year"].isna().sum())

figure, pair = plt.subplots(1, 2, figsize=(7.4, 2.5))
for axes, values, rest, title in zip(pair, (per_year, found_per_year), undated, ("Bulletins", "Findings"), strict=True):
    axes.bar(years, values, color=style.BLUE, width=0.7)
    axes.bar(years[-1] + 2, rest, color=style.GREY, width=0.7)
    axes.text(years[-1] + 2, rest, f"{rest}", ha="center", va="bottom", fontsize=8, color=style.GREY)
    axes.set_xticks([*years[::2], years[-1] + 2], [*(f"{year}" for year in years[::2]), "no\nyear"])
    axes.tick_params(axis="x", labelsize=9)
    axes.set_title(f"{title} a year")
    axes.grid(axis="y")

# %%
truth = invented.truth()
chosen = ["discipline", "order", "safety", "authenticity"]
real = truth.groupby("year")["nature"].value_counts(normalize=True).unstack(fill_value=0) * 100

figure, grid = plt.subplots(1, 4, figsize=(9.6, 2.8), sharey=True)
for axes, code in zip(grid, chosen, strict=True):
    rows = []
    for year in years:
        inside = (bulletins["year"] == year).fillna(False).to_numpy()
        rows.append(shares(anyone.loc[inside, [code]], findings[inside]).iloc[0])
    part = pd.DataFrame(rows, index=years)
    axes.fill_between(years, part["low"], part["high"], color=style.SKY, alpha=0.45, lw=0)
    axes.plot(years, part["share"], color=style.BLUE, marker="o", ms=3.5, lw=1.4)
    axes.plot(years, real[code].reindex(years), color=style.BLACK, ls="--", lw=1)
    axes.set_title(style.labels([named[code]], [code])[0])
    axes.set(xticks=[2015, 2019, 2023])
    axes.grid(axis="y")
top = max(axes.get_ylim()[1] for axes in grid)
grid[0].set(ylim=(0, top), ylabel="share of findings, %")
grid[0].legend(handles=grid[0].lines[:2], labels=["counted", "truth"], fontsize=8, loc="upper right")
style.note(figure)

# %% [markdown]
# The bands are wide: a year has some twenty bulletins. A difference between two neighbouring years is nearly always noise here; a
# slope over the whole period can still be real. If the question is a trend, fit one model to all years instead of comparing points.
#
# ## Correcting for errors of the program
#
# Now the second doubt. We play the honest researcher: **draw 50 bulletins at random from our own corpus, tag them by hand**
# (the project's `GUIDELINES.md` say how), and let `bulletin evaluate` compare. Here the generator did the tagging.
#
# For each code let $P$ be precision and $R$ recall in the tagged part, findings missed and falsely found included. Of $n$ findings
# with the code, $nP$ deserve it, and those are the part $R$ of all that do:
#
# $$\hat n = n \cdot P / R$$
#
# What must hold for this to be right:
#
# - the tagged bulletins are a *random* part of the corpus that is counted. $P$ depends on how frequent a code is, so figures from
#   another corpus do not carry over;
# - errors are alike in all that you compare. If the program reads older bulletins worse, correct by period;
# - the tagging is true (see κ in notebook 05), and each code occurs in the tagged part. Half a finding is added to every count, so
#   that a code without errors in a small sample does not count as free of error.
#
# The interval draws both: the bulletins that are counted, and the tagged ones.

# %%
gold = sorted(invented.gold().iterdir())
sample = [gold[at] for at in np.random.default_rng(1).choice(len(gold), 50, replace=False)]
codes = [code for code in named.index if code != "unknown" and code in anyone]


def error_counts(paths):
    """Tagged bulletins × codes × (right, false, missed)."""
    documents = evaluate(paths, bulletin_nlp.parse).documents
    counted = [tally_values(document.judgements, "problems.nature_all") for document in documents]
    return np.array(
        [[(c.tp, c.fp, c.fn) if (c := each.get(code)) else (0, 0, 0) for code in codes] for each in counted]
    )


def factor(counts):
    """P / R of each code, half a finding added to every count."""
    right, false, missed = np.moveaxis(counts + 0.5, -1, 0)
    return (right / (right + false)) / (right / (right + missed))


tagged = error_counts(sample)
observed = anyone[codes].sum().to_numpy()
weights = draws(len(anyone), DRAWS, seed=2) @ anyone[codes].to_numpy()
factors = factor(np.einsum("db,bck->dck", draws(len(tagged), DRAWS, seed=3), tagged))
low, high = np.percentile(weights * factors, [2.5, 97.5], axis=0)

result = pd.DataFrame(
    {"observed": observed, "corrected": observed * factor(tagged.sum(axis=0)), "low": low, "high": high}, index=codes
)
result["truth"] = truth["nature"].value_counts().reindex(codes, fill_value=0)
result = result.sort_values("observed")
result.round(1).iloc[::-1].head(8)

# %%
figure, axes = plt.subplots(figsize=(6.6, 6.0))
rows = np.arange(len(result))
axes.hlines(rows, result["low"], result["high"], color=style.BLUE, lw=1.6)
axes.scatter(result["corrected"], rows, s=26, color=style.BLUE, zorder=3, label="corrected, 95 % interval")
axes.scatter(result["observed"], rows, s=30, c="white", edgecolors=style.ORANGE, zorder=3, label="as counted")
axes.scatter(result["truth"], rows, s=30, marker="x", color=style.BLACK, zorder=4, label="truth")
axes.set_yticks(rows, style.labels(named.reindex(result.index), result.index))
axes.set(xlim=(0, None), ylim=(-0.7, len(result) - 0.3), xlabel="findings with the nature (any)")
axes.set_title("As counted, corrected, and true")
axes.legend(loc="lower right")
style.across(axes)
style.note(figure)

# %% [markdown]
# The surplus of 整改不到位 was the program's. The correction finds that, and pays with a wider interval: the price of knowing the
# error rate from 50 bulletins only. Which words were it? The evidence of every code is in the tables:

# %%
with duckdb.connect(invented.tables(), read_only=True) as database:
    words = database.execute(
        """
        SELECT problem_spans.text AS words, problems.nature AS primary_nature, count(*) AS findings
        FROM problem_spans JOIN problems USING (problem_id)
        WHERE problem_spans.kind = 'evidence' AND code = 'rectification' GROUP BY ALL ORDER BY findings DESC, words LIMIT 5
        """
    ).df()
words

# %% [markdown]
# 反弹: what was cleared has come back. The program calls this a lack of a lasting mechanism *and* unfinished rectification, whoever
# tagged the bulletins only the former. That is no misreading but **another definition**, and the commonest kind of error in
# content analysis. Settle it before counting: a changed rule (`--knowledge`) or a changed code book, then count anew.
#
# ### Error rates do not travel
#
# Would it not be less work to take the figures that come with the project, from `corpora/gold/heldout`? See what that does:

# %%
foreign = error_counts(sorted((Path(invented.CORPORA) / "gold" / "heldout").glob("*.tagged.txt")))
borrowed = pd.Series(factor(foreign.sum(axis=0)), index=codes).reindex(result.index) * result["observed"]
inside = result["truth"].between(result["low"], result["high"])
pd.Series(
    {
        "as counted": (result["observed"] - result["truth"]).abs().mean(),
        "corrected by 50 bulletins of this corpus": (result["corrected"] - result["truth"]).abs().mean(),
        "corrected by rates of another corpus": (borrowed - result["truth"]).abs().mean(),
    },
    name="mean error, findings a code",
).round(1).to_frame()

# %%
print(f"the 95 % interval holds the truth for {inside.sum()} of {len(result)} codes")

# %% [markdown]
# (More than 95 % must be expected here: the interval speaks of bulletins like these, the truth of these alone.)
#
# Borrowed rates make it worse: template-made bulletins are easy, the held-out ones are not, and codes that are rare there have
# rates that mean nothing. Published figures tell you what to expect; **for a correction tag a part of your own corpus.** Fifty
# bulletins take one person two or three days and are the best-spent days of such a project.
#
# Next: [who is blamed for what](03_units.ipynb).
