# %% [markdown]
# # Quality, and how to cite it
#
# How good is the extraction, how sure are we of that, do its certainties mean what they say, and what belongs into the methods
# section of a paper? All figures are computed here from the tagged bulletins that come with the project.
#
# | set | bulletins | use |
# |---|---|---|
# | `dev_corpus` | 10 | rules were developed on them: what the rules can reach |
# | `own` | 7 | other layouts and noises |
# | `genres` | 24 | other genres and levels; rules were mended with them |
# | `heldout` | 8 | nobody looked at their errors while rules were made: **the figures to expect elsewhere** |

# %%
from importlib.metadata import metadata

import invented
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import style

import bulletin_nlp
from bulletin_nlp.evaluate import discover, evaluate, load_gold
from bulletin_nlp.evaluate.agreement import agreement
from bulletin_nlp.evaluate.export import as_json
from bulletin_nlp.evaluate.judges.problems import pair_problems
from bulletin_nlp.evaluate.judges.units import canonical_names
from bulletin_nlp.evaluate.match import pair_equal, pair_overlapping
from bulletin_nlp.evaluate.measures import BY_KEY
from bulletin_nlp.export.labels import both

pd.set_option("display.max_colwidth", 80)
print(style.use())
GOLD = invented.CORPORA / "gold"
parsed = {}


def parse(text):
    """The record of a text, parsed once."""
    return parsed.setdefault(text, bulletin_nlp.parse(text))


runs = {name: evaluate([GOLD / name], parse) for name in ("dev_corpus", "own", "genres", "heldout")}
reports = {name: as_json(run) for name, run in runs.items()}
assert not any(run.failures for run in runs.values())

# %% [markdown]
# On the command line: `bulletin evaluate corpora/gold/heldout`, with `--format json` for a program, `--errors problems` for the errors
# in context, `--html page.html` for a page of both.
#
# ## Precision, recall, F1
#
# Spans are compared one to one; fields only of what was found. The interval comes from a thousand draws of *bulletins* with
# replacement. Eight bulletins are few, and the intervals say so.

# %%
keys = ["dates.strict", "units.span", "units.role", "units.canonical", "problems.overlap", "problems.nature"]
keys += [
    "problems.primary",
    "problems.units",
    "recommendations.overlap",
    "recommendations.deadline",
    "recommendations.links",
]


def score(report, key):
    """F1, or the accuracy of a field with one value."""
    figures = report["measures"][key]
    return figures.get("f1", figures.get("accuracy"))


figures = pd.DataFrame({name: {key: score(report, key) for key in keys} for name, report in reports.items()})
figures[["low", "high"]] = [reports["heldout"]["intervals"][key] for key in keys]
figures.index = [BY_KEY[key].label for key in keys]
figures = figures.sort_values("heldout")
figures.iloc[::-1].round(3)

# %%
figure, axes = plt.subplots(figsize=(6.8, 4.4))
rows = np.arange(len(figures))
axes.hlines(rows, figures["low"], figures["high"], color=style.BLUE, lw=2)
axes.scatter(figures["heldout"], rows, s=34, color=style.BLUE, zorder=4, label="heldout, 95 % interval")
for name, colour, mark in (("genres", style.ORANGE, "s"), ("own", style.GREEN, "^"), ("dev_corpus", style.RED, "D")):
    axes.scatter(figures[name], rows, s=20, marker=mark, c="white", edgecolors=colour, zorder=3, label=name)
axes.set_yticks(rows, figures.index)
axes.set(xlim=(0.45, 1.015), xlabel="F1, or accuracy of a field")
axes.legend(loc="upper left", fontsize=9)
axes.set_title("What to expect, and what was reached in development")
style.across(axes)

# %% [markdown]
# The distance between filled and hollow points is the lesson: **figures of the material that rules were made with are no estimate**.
# Where all points lie together (dates, deadlines, the findings as such), rules carry over. Where they part (nature, blamed
# units), your corpus will be different again.
#
# ## By code
#
# Of codes that occur five times an F1 means little. Wilson intervals of recall and precision show how little. Every code of the
# held-out findings is listed, with the number of findings that have it by hand.

# %%
SIGMAS = 1.96  # of a normal distribution, 95 % lie within


def wilson(hits, total, z=SIGMAS):
    """The 95 % interval of a share (Wilson 1927), also for few and for none."""
    total = np.maximum(total, 1e-9)
    share = hits / total
    centre = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z / (1 + z**2 / total) * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
    return np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)


codes = pd.DataFrame(reports["heldout"]["nature"]).T[["tp", "fp", "fn"]].astype(int)
codes["zh"] = [both("nature", code)[0] for code in codes.index]
codes["n"] = codes["tp"] + codes["fn"]
codes["precision"] = codes["tp"] / (codes["tp"] + codes["fp"]).replace(0, np.nan)
codes["recall"] = codes["tp"] / codes["n"].replace(0, np.nan)
codes = codes.sort_values(["n", "recall"])

figure, pair = plt.subplots(1, 2, figsize=(8.2, 6.2), sharey=True)
rows = np.arange(len(codes))
for axes, name, total in zip(pair, ("recall", "precision"), (codes["n"], codes["tp"] + codes["fp"]), strict=True):
    known = (total > 0).to_numpy()
    low, high = wilson(codes["tp"].to_numpy(), total.to_numpy())
    axes.hlines(rows[known], low[known], high[known], color=style.SKY, lw=2)
    axes.scatter(codes[name], rows, s=24, color=style.BLUE, zorder=3)
    axes.set(xlim=(-0.02, 1.02), title=name.capitalize(), xlabel="with 95 % interval")
    style.across(axes)
titles = style.labels(codes["zh"], codes.index)
pair[0].set_yticks(rows, [f"{title}  {count}" for title, count in zip(titles, codes["n"], strict=True)])
style.note(figure)

# %% [markdown]
# ## What is taken for what
#
# Rows are the primary nature by hand, columns the program's; the diagonal is right. Errors off the diagonal are seldom random:
# look whether neighbours in the taxonomy could be merged for your question, which costs detail and buys accuracy.

# %%
pairs = [
    (judgement.expected, judgement.given)
    for judgement in runs["heldout"].judgements
    if judgement.measure == "problems.primary"
]
matrix = pd.crosstab(*zip(*pairs, strict=True))
used = sorted(
    {*matrix.index, *matrix.columns}, key=lambda code: -matrix.reindex(index=[code]).to_numpy(na_value=0).sum()
)
matrix = matrix.reindex(index=used, columns=used, fill_value=0)
cells = matrix.to_numpy()

figure, axes = plt.subplots(figsize=(7.6, 7.2))
right = np.eye(len(used), dtype=bool)
axes.imshow(np.where(right, cells, np.nan), cmap="Blues", vmin=0, vmax=cells.max())
axes.imshow(np.where(right | (cells == 0), np.nan, cells), cmap="Oranges", vmin=-1, vmax=4)
for (row, column), count in np.ndenumerate(cells):
    if count:
        dark = row == column and count > 0.6 * cells.max()
        axes.text(column, row, count, ha="center", va="center", fontsize=8, color="white" if dark else style.BLACK)
titles = style.labels([both("nature", code)[0] for code in used], used)
axes.set_yticks(range(len(used)), titles, fontsize=9)
axes.set_xticks(range(len(used)), titles, rotation=60, ha="right", fontsize=9)
axes.set(ylabel="by hand", xlabel="by the program")
axes.spines[:].set_visible(False)
axes.tick_params(length=0)
axes.set_title(f"Primary nature, {np.trace(cells)} of {cells.sum()} right")
style.note(figure)

# %% [markdown]
# ## Do certainties mean what they say?
#
# A certainty of 0.8 is calibrated if four of five such values are right. Each panel groups certainties of the held-out bulletins
# (by value where there are few values, else in fifths) and compares them with what is so; lines are Wilson intervals:
#
# - **nature**: the probability that the statistical layer gives (rule `model: …`), against the codes by hand;
# - **link**: a demand answers a finding; of demands and findings that were found;
# - **unit**: the score of a match, against the canonical name by hand;
# - **date**: certainty, against kind and days by hand.

# %%
held = [load_gold(path) for path in discover([GOLD / "heldout"])]


def judged(gold, record):
    """Certainty and whether it is right, for each value with a certainty: (kind, certainty, right)."""
    findings = pair_problems(gold, record)
    for at, number in findings.gold_of.items():
        for evidence in record.problems[at].evidence:
            if evidence.rule.startswith("model: ") and evidence.code in record.problems[at].nature:
                yield "nature", float(evidence.rule[7:]), evidence.code in gold.problems[number].nature
    ordinal = {record.problems[at].id: number + 1 for at, number in findings.gold_of.items()}
    demands = pair_overlapping(gold.recommendations, [demand.span for demand in record.recommendations])
    for at, number in demands.gold_of.items():
        for link in record.recommendations[at].answers:
            if link.problem_id in ordinal:
                yield "link", link.certainty, ordinal[link.problem_id] in gold.recommendations[number].answers
    for number, at in pair_equal(gold.units, [unit.span for unit in record.units]).pairs:
        if gold.units[number].canonical and record.units[at].match.score is not None:
            names = canonical_names(record.units[at])
            yield "unit", record.units[at].match.score, names == set(gold.units[number].canonical)
    for number, at in pair_equal(gold.dates, [date.span for date in record.dates]).pairs:
        a, b = gold.dates[number], record.dates[at]
        yield "date", b.certainty, (a.kind, a.first, a.last) == (b.kind, b.start, b.end)


sure = pd.DataFrame(
    [row for gold in held for row in judged(gold, parse(gold.text))], columns=["kind", "certainty", "right"]
)
sure.groupby("kind").agg(values=("right", "size"), certainty=("certainty", "mean"), right=("right", "mean")).round(3)

# %%
figure, grid = plt.subplots(1, 4, figsize=(9.6, 3.0), sharey=True)
for axes, kind in zip(grid, ("nature", "link", "unit", "date"), strict=True):
    part = sure[sure["kind"] == kind]
    bins = pd.qcut(part["certainty"], 5, duplicates="drop") if part["certainty"].nunique() > 5 else part["certainty"]
    binned = part.groupby(bins, observed=True).agg(x=("certainty", "mean"), hits=("right", "sum"), n=("right", "size"))
    low, high = wilson(binned["hits"].to_numpy(), binned["n"].to_numpy())
    axes.plot([0, 1], [0, 1], color=style.GREY, lw=1, ls="--")
    axes.vlines(binned["x"], low, high, color=style.SKY, lw=2)
    axes.scatter(binned["x"], binned["hits"] / binned["n"], s=12 + binned["n"] / 4, color=style.BLUE, zorder=3)
    axes.set(xlim=(0, 1.04), ylim=(0, 1.04), title=f"{kind}, n = {len(part)}", aspect="equal", xlabel="certainty")
    axes.set_xticks([0, 0.5, 1])
    axes.grid()
grid[0].set_ylabel("share that is right")
style.note(figure)

# %% [markdown]
# Below the dashed line values are **too sure of themselves**, above it too modest. Certainties of units and dates are grades that rules give, not
# measured probabilities: use them to sort (check the least certain first) and as thresholds that you validate, not as weights. A
# threshold has a price, which the next table shows for natures: what you keep gets better, and you keep less.

# %%
nature = sure[sure["kind"] == "nature"]
pd.DataFrame(
    {
        "threshold": level,
        "codes kept": (kept := nature[nature["certainty"] >= level]).shape[0],
        "share kept": round(len(kept) / len(nature), 2),
        "share right": round(kept["right"].mean(), 2),
    }
    for level in (0.25, 0.4, 0.5, 0.6, 0.7, 0.8)
)

# %% [markdown]
# ## How far do people agree?
#
# No program can be better than the agreement of those who tag. `bulletin evaluate … --passes` gives Cohen's κ of two passes. Both
# were made by one hand shortly after one another, so these figures bound the agreement of *two people* from above.

# %%
passes = agreement([GOLD / "genres" / f"passes_{which}.tsv" for which in "ab"])
passes = pd.DataFrame(passes).query("decisions >= 100")
passes.assign(share=lambda rows: rows["equal"] / rows["decisions"]).round(3).reset_index(drop=True)

# %% [markdown]
# ## How to cite
#
# The same bytes, program, knowledge and registry give the same records, to the byte. So these four make a result repeatable;
# every record carries them in `provenance`, every export in its table `bulletins`.

# %%
package = metadata("bulletin_nlp")
sample = parse(held[0].text)
facts = {
    "program": f"{package['Name']} {sample.provenance.version}",
    "licence": package.get("License-Expression") or package.get("License"),
    "schema of records": sample.schema_version,
    "taxonomy": sample.provenance.taxonomy_version,
    "knowledge digest": sample.provenance.knowledge_digest,
    "registry digest": sample.provenance.registry_digest or "none was used here",
}
pd.Series(facts, name="value").to_frame()

# %%
assert sample.provenance.version == bulletin_nlp.__version__
digest = sample.provenance.knowledge_digest[:12]
print(
    f"bulletin_nlp contributors. bulletin_nlp: {package['Summary']}. Version {bulletin_nlp.__version__}, "
    f"knowledge {digest}. Software, {facts['licence']}. DOI: [none assigned yet; cite the one of the release you used].\n"
)
print(
    f"""@software{{bulletin_nlp,
  author  = {{{{bulletin_nlp contributors}}}},
  title   = {{{{bulletin_nlp}}: {package["Summary"]}}},
  version = {{{bulletin_nlp.__version__}}},
  license = {{{facts["licence"]}}},
  note    = {{knowledge digest {digest}, taxonomy {facts["taxonomy"]}, schema {facts["schema of records"]}}},
  % year = the year of the release you used; doi = the DOI of that release, where one was assigned
}}"""
)

# %% [markdown]
# ## What to report
#
# | say | where it is |
# |---|---|
# | which bulletins, from where, how many could not be read | tables `bulletins` and `failures`; `bulletin archive check` |
# | how copies were treated | view `copies` |
# | version, knowledge, registry, taxonomy | `provenance` |
# | what you changed in the knowledge | your `--knowledge` folder, as a supplement |
# | precision and recall **on a random part of your corpus**, tagged by hand, with intervals and n | `bulletin evaluate YOUR_GOLD` |
# | agreement of two people who tag | `--passes` |
# | primary or any nature; treatment of `unknown`, of findings without a unit, of units unmatched | your code |
# | bodies by id, lineage or task over reforms | your code; table `registry` |
#
# And the limits that no figure shows: bulletins report what an office looked for and chose to print. A count of findings measures
# supervision at least as much as it measures problems.
#
# A paragraph to begin with, filled with the figures of this run (for your paper replace the evaluation by your own):

# %%
intervals = reports["heldout"]["intervals"]


def with_interval(key):
    """A figure of the held-out set with its interval."""
    low, high = intervals[key]
    return f"{score(reports['heldout'], key):.2f} ({low:.2f}–{high:.2f})"


print(
    f"Bulletins were parsed with bulletin_nlp {bulletin_nlp.__version__} (knowledge {digest}, taxonomy {facts['taxonomy']}), a "
    "rule-based parser with a linear statistical layer for the nature of findings. On the project's "
    f"{len(held)} held-out bulletins, F1 is {with_interval('problems.overlap')} for findings, "
    f"{with_interval('problems.nature')} for their natures and {with_interval('problems.units')} for the units blamed; "
    "95 % intervals from bootstrapping bulletins. On a random sample of [n] bulletins of our corpus, tagged by [two] of us "
    "(κ = [ ]), the figures are [ ]. Counts are of [primary / any] natures, corrected by [precision / recall] of that sample; "
    "findings of unknown nature ([ ] %) are reported as such."
)
