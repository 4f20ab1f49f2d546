# %% [markdown]
# # A first bulletin
#
# A county supervision office (督查室) writes a bulletin (督查通报): who was inspected when, what was found wrong, what must be
# done by whom until when. This notebook parses one and looks at what comes out: a typed record in which **every value can be
# traced to the characters it was read from**.
#
# The bulletin is a sample that comes with the project. It is invented, and damaged as web pages often damage such texts: the
# lone characters 年, 月, 日, 至 are gone, so 2018年3月30日 has become `2018330`.

# %%
import pandas as pd
from invented import CORPORA

import bulletin_nlp

pd.set_option("display.max_colwidth", 80)

text = (CORPORA / "samples" / "damaged.txt").read_text(encoding="utf-8")
bulletin = bulletin_nlp.parse(text)
print(text[:330])

# %% [markdown]
# ## What is in the record
#
# `parse` gives a `Bulletin`, a frozen pydantic model. `bulletin.model_dump()` makes plain dictionaries of it, and
# `bulletin schema` prints its JSON Schema.

# %%
fields = ["sections", "dates", "units", "anaphora", "problems", "recommendations", "achievements", "references"]
fields += ["figures", "repairs", "remarks"]
pd.Series({field: len(getattr(bulletin, field)) for field in fields}, name="records").to_frame()

# %%
head = bulletin.head
pd.Series(
    {
        "标题 title": head.title.value,
        "刊名 series": head.series.value,
        "期号 issue": f"{head.issue.year} / {head.issue.number}",
        "日期 published": head.published.value,
        "地区 region": f"{head.region.name} ({head.region.level}), because: {head.region.basis}",
    },
    name="value",
).to_frame()

# %% [markdown]
# The findings (问题) are the heart of it. Each has one or several **natures** (性质: what is wrong, primary first), one or
# several policy **domains** (领域: what it is about), and the units that are blamed, by their place in the text.

# %%
surface = {unit.id: unit.span.text for unit in bulletin.units}
pd.DataFrame(
    {
        "原文 text": problem.span.text,
        "性质 nature": ", ".join(problem.nature),
        "领域 domain": ", ".join(problem.domain),
        "单位 blamed": "、".join(surface[unit] for unit in problem.units) or "–",
        "certainty": problem.certainty,
    }
    for problem in bulletin.problems
)

# %% [markdown]
# ## From a value back to its characters
#
# Every span is half-open, in code points of `bulletin.text`, and quotes it exactly. This is checked whenever a record is made,
# so the assertion below cannot fail for a record that you were given.

# %%
problem = bulletin.problems[2]
span = problem.span
assert bulletin.text[span.start : span.end] == span.text

print(f"{span.start}–{span.end}  {span.text}")
for evidence in problem.evidence:
    where = evidence.span.text or "no single word"
    print(f"   {evidence.code:<15} {where:<8} {evidence.rule}")

# %% [markdown]
# `evidence` answers the question *why this code?* A rule names the words that it saw. A code with the rule `model: …` comes
# from the statistical layer, which judges the sentence as a whole and gives its probability instead. Both can be wrong:
# notebook 05 says how often.
#
# A unit leads in the same way from its mention to the body that is meant. `县林业局` says neither of which county nor in which
# year; region and date of the bulletin do.

# %%
named = [unit for unit in bulletin.units if unit.kind == "named"]
pd.DataFrame(
    {
        "mention": unit.span.text,
        "roles": ", ".join(unit.roles),
        "canonical name": unit.match.canonical_name,
        "canonical id": unit.match.canonical_id,
        "status": unit.match.status,
        "basis": unit.match.basis,
    }
    for unit in named
).drop_duplicates(ignore_index=True)

# %% [markdown]
# `derived` means: composed by rule for this county, in no list that a person checked. With a registry of the county the same
# names become `matched` (notebook 03). A name that fits two bodies is `ambiguous` and keeps its candidates; nothing is guessed.
#
# ## Damaged dates
#
# The text is never changed. A repair says what was read instead, which characters were lost, how sure that is, and which
# undamaged place bears witness.

# %%
pd.DataFrame(
    {
        "in the text": repair.span.text,
        "read as": repair.restored or "left open",
        "certainty": repair.certainty,
        "all readings": "  |  ".join(f"{c.restored} ({c.certainty:.2f})" for c in repair.candidates),
        "witness": "、".join(witness.text for witness in repair.witnesses) or "–",
    }
    for repair in bulletin.repairs
)

# %% [markdown]
# Read the table with care:
#
# - `2018330` has one reading, and the page date `2018-03-30` confirms it.
# - `319323` is probably a range; other readings stay, less likely.
# - `2017111` is 1 November or 11 January, and nothing in the text decides. So the repair is **left open**: both candidates
#   stand in the date's record with certainty 0.5, and `first day` below shows the first of them. (People know that the fire season begins in November. The program does not
#   say what it does not know.)
#
# Before you count by day, look at `certainty` and at `candidates`.

# %%
pd.DataFrame(
    {
        "in the text": date.span.text,
        "kind": date.kind,
        "first day": date.start,
        "last day": date.end,
        "role": date.role or "–",
        "filled from context": ", ".join(date.filled),
        "certainty": date.certainty,
        "candidates": " | ".join(str(c.start) for c in date.candidates),
    }
    for date in bulletin.dates
    if date.repaired
)

# %% [markdown]
# ## Demands, and what they answer
#
# A demand (要求) knows its day due and which findings it answers. A link has a basis and a certainty: it is an inference.

# %%
ordinal = {problem.id: number for number, problem in enumerate(bulletin.problems, 1)}
pd.DataFrame(
    {
        "demand": demand.span.text,
        "days due": ", ".join(dict.fromkeys(task.deadline for task in demand.tasks if task.deadline))
        or demand.deadline,
        "answers": ", ".join(f"problem {ordinal[link.problem_id]} ({link.certainty})" for link in demand.answers)
        or "–",
    }
    for demand in bulletin.recommendations
)

# %% [markdown]
# ## Remarks: what is missing or was not understood
#
# Silence is not an answer. What a bulletin asks for and does not give, and what the parser could not settle, is a remark.

# %%
pd.DataFrame({"code": r.code, "message": r.message, "at": r.span.text if r.span else ""} for r in bulletin.remarks)

# %% [markdown]
# ## The same in the shell
#
# ```sh
# bulletin parse corpora/samples/damaged.txt                 # a table on a terminal, JSON lines in a pipe
# bulletin explain corpora/samples/damaged.txt -o page.html  # the text with every record marked, rule and evidence beside it
# ```
#
# Next: [counting problems](02_counting_problems.ipynb).
