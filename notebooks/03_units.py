# %% [markdown]
# # Units: who is blamed for what
#
# Three questions about actors, each a trap when it is put to names as they are written:
#
# 1. Which unit is blamed for which kind of problem? (`县人社局` and `县人力资源和社会保障局` are one body.)
# 2. Who inspects whom?
# 3. What did the institutional reforms of 2018 and 2023 do to names, and how do you count a body over its change of name?
#
# The corpus is the invented one of notebook 02. Before parsing, each county got a **registry**: `bulletin registry build`
# composes its standard bodies with stable ids, periods, predecessors and successors, and takes a list of the county's towns.

# %%
import duckdb
import invented
import matplotlib.pyplot as plt
import networkx as nx
import numpy as np
import pandas as pd
import style
from matplotlib.lines import Line2D

print(style.use())
county = invented.places()[0]

with duckdb.connect(invented.tables(), read_only=True) as database:
    blamed = database.execute(
        """
        SELECT bulletin_id, problem_id, nature, nature_zh, kind, match_status, canonical_id, canonical_name, units.text
        FROM problems JOIN bulletins USING (bulletin_id)
        LEFT JOIN problem_units USING (problem_id) LEFT JOIN units USING (bulletin_id, unit_id)
        WHERE region_name = ?
        """,
        [county],
    ).df()
    registry = database.table("registry").df()
    natures = database.table("natures").df().dropna(subset="class").set_index("nature")

# %% [markdown]
# ## What a mention can be
#
# A mention is `named`, `collective` (各乡镇) or `anonymous` (个别乡镇). Only named ones are matched:
#
# | status | means |
# |---|---|
# | `matched` | a body of the registry |
# | `derived` | composed by rule, in no list |
# | `ambiguous` | fits several; the candidates are kept |
# | `unmatched` | nothing fits, often a damaged name |
#
# Count what you are about to leave out. Much of the blame in such texts falls on *nobody in particular*, and that is a finding too.

# %%
status = np.where(blamed["canonical_id"].notna(), blamed["match_status"], blamed["kind"].fillna("no unit"))
status = pd.Series(np.where(blamed["match_status"] == "unmatched", "unmatched", status))
pd.crosstab(status, "findings × units", rownames=["mention"], colnames=[""]).sort_values(
    "findings × units", ascending=False
)

# %% [markdown]
# ## Who is blamed for what
#
# Rows are canonical units, joined over reforms: a body whose registry row names exactly one successor counts with that successor
# (国土资源局 with 自然资源局). Where a body was split among several, there is no such rule, and you have to choose.
#
# Columns are primary natures in the order of the taxonomy. Below the line stand those who are not named.

# %%
successor = registry.dropna(subset="successors").set_index("name")["successors"]


def today(name):
    """The name that a body bears now, if its successors are one each."""
    while name in successor.index and ";" not in successor[name]:
        name = successor[name]
    return name


unnamed = {
    "anonymous": "个别单位（未点名）",
    "collective": "集体（各乡镇等）",
    "unmatched": "未能匹配",
    "no unit": "无单位",
}
rows = blamed["canonical_name"].map(today, na_action="ignore").str.removeprefix(county)
rows = rows.where(blamed["canonical_id"].notna(), status.map(unnamed))
heat = pd.crosstab(rows, blamed["nature"])
heat = heat.reindex(columns=[code for code in natures.index if code in heat and heat[code].sum() > 0])

listed = [name for name in heat.sum(axis=1).sort_values(ascending=False).index if name not in unnamed.values()]
shown = [name for name in listed if heat.loc[name].sum() >= 5]
below = [name for name in unnamed.values() if name in heat.index]
print(f"{len(shown)} units shown; {len(listed) - len(shown)} with fewer than five findings are not")
heat = heat.loc[[*shown, *below]]

# %%
ids = registry.set_index("name")["canonical_id"]
english = {chinese: code for code, chinese in unnamed.items()}
codes = [english.get(name) or ids[county + name] for name in heat.index]

figure, axes = plt.subplots(figsize=(8.4, 8.6))
limit = heat.loc[shown].to_numpy().max()
axes.imshow(np.where(np.isin(heat.index, below)[:, None], 0, heat), cmap="Blues", vmin=0, vmax=limit, aspect="auto")
for (row, column), count in np.ndenumerate(heat.to_numpy()):
    if count:
        tint = "white" if count > 0.6 * limit and row < len(shown) else style.BLACK
        axes.text(column, row, count, ha="center", va="center", fontsize=8, color=tint)
total = heat.sum(axis=1)
for row, count in enumerate(total):
    axes.text(heat.shape[1] - 0.2, row, count, va="center", fontsize=9, color=style.GREY)
axes.text(heat.shape[1] - 0.2, -1.1, "sum", fontsize=9, color=style.GREY)
axes.axhline(len(shown) - 0.5, color=style.BLACK, lw=1)
axes.set_yticks(range(len(heat)), style.labels(heat.index, codes))
axes.set_xticks(
    range(heat.shape[1]),
    style.labels(natures["nature_zh"].reindex(heat.columns), heat.columns),
    rotation=55,
    ha="right",
)
axes.spines[:].set_visible(False)
axes.tick_params(length=0)
axes.set_title("Findings by blamed unit and primary nature")
style.note(figure)

# %% [markdown]
# A finding that blames two units stands in two rows. Before reading a dark cell as *this bureau is bad at that*, remember what
# blame in bulletins is: who was visited, what the tour was about, and whom the office dares to name. And test it: of hundreds of
# cells some are dark by chance; here natures were drawn without regard to units, so that
# nearly all of the pattern is chance:

# %%
inner = heat.loc[shown].to_numpy()
expected = np.outer(inner.sum(axis=1), inner.sum(axis=0)) / inner.sum()
statistic = ((inner - expected) ** 2 / expected).sum()
draw = np.random.default_rng(1)
units, kinds = (np.repeat(np.arange(inner.shape[side]), inner.sum(axis=1 - side)) for side in (0, 1))
shuffled = []
for _ in range(2000):
    cells = np.zeros_like(inner)
    np.add.at(cells, (units, draw.permutation(kinds)), 1)
    shuffled.append(((cells - expected) ** 2 / expected).sum())
print(f"permutation test of independence: χ² = {statistic:.0f}, p = {np.mean(np.array(shuffled) >= statistic):.2f}")

# %% [markdown]
# ## Supervisors and inspected
#
# An edge runs from a unit in the role `supervisor` to a unit that the same bulletin blames; its width is the number of
# bulletins. Roles are read from the text (`由……牵头`, `会同`, `对……进行了督查`) and can be wrong: notebook 05.

# %%
with duckdb.connect(invented.tables(), read_only=True) as database:
    edges = database.execute(
        """
        SELECT s.canonical_name AS supervisor, i.canonical_name AS inspected, count(DISTINCT bulletin_id) AS bulletins
        FROM bulletins JOIN units s USING (bulletin_id) JOIN unit_roles r ON r.unit_id = s.unit_id AND r.role = 'supervisor'
        JOIN units i USING (bulletin_id) JOIN problem_units ON problem_units.unit_id = i.unit_id
        WHERE region_name = ? AND s.match_status = 'matched' AND i.match_status = 'matched'
          AND s.canonical_id <> i.canonical_id
        GROUP BY ALL ORDER BY bulletins DESC, supervisor, inspected
        """,
        [county],
    ).df()

for side in ("supervisor", "inspected"):
    edges[side] = edges[side].map(today).str.removeprefix(county)
edges = edges.groupby(["supervisor", "inspected"], as_index=False)["bulletins"].sum()

graph = nx.DiGraph()
graph.add_weighted_edges_from(edges.itertuples(index=False))
office = max(graph, key=lambda unit: graph.out_degree(unit, weight="weight"))
weights = pd.DataFrame(
    {"inspects": dict(graph.out_degree(weight="weight")), "is blamed": dict(graph.in_degree(weight="weight"))}
).sort_values("inspects", ascending=False)
print(f"{graph.number_of_nodes()} units, {graph.number_of_edges()} edges; {office} alone holds", end=" ")
print(f"{weights['inspects'].iloc[0] / weights['inspects'].sum():.0%} of all weight")
weights.head(6)

# %% [markdown]
# One hub that is tied to everyone hides the rest. So the hub is drawn apart, as the size of the points (how often its bulletins
# blame a unit), and lines show only the **joint supervisors**: departments and towns that inspect today and are blamed tomorrow.

# %%
joint = graph.subgraph([unit for unit in graph if unit != office]).copy()
joint.remove_edges_from([(a, b) for a, b, weight in joint.edges(data="weight") if weight < 2])
joint.remove_nodes_from(list(nx.isolates(joint)))
left = sorted((u for u in joint if joint.out_degree(u)), key=lambda u: joint.out_degree(u, weight="weight"))
right = sorted((u for u in joint if joint.in_degree(u)), key=lambda u: joint.in_degree(u, weight="weight"))
heights = {unit: at for at, unit in zip(np.linspace(0, 1, len(right)), right, strict=True)}


def middle(unit):
    """The height at which a supervisor crosses the fewest lines: the mean of those it inspects."""
    return np.mean([heights[other] for other in joint.successors(unit)])


left.sort(key=middle)
places = {("by", unit): (0, at) for at, unit in zip(np.linspace(0, 1, len(left)), left, strict=True)}
places |= {("of", unit): (1, at) for unit, at in heights.items()}
two = nx.DiGraph()
two.add_weighted_edges_from((("by", a), ("of", b), weight) for a, b, weight in joint.edges(data="weight"))


def label(unit):
    """The unit's name, or its id where no font can show it."""
    return style.labels([unit], [ids[county + unit]])[0]


figure, axes = plt.subplots(figsize=(7.4, 0.27 * max(len(left), len(right)) + 1))
widths = [weight for *_, weight in two.edges(data="weight")]
nx.draw_networkx_edges(
    two,
    places,
    ax=axes,
    arrows=False,
    width=[0.9 * (weight - 1) + 0.3 for weight in widths],
    edge_color=[style.BLUE if weight > 2 else style.SKY for weight in widths],
    alpha=0.8,
)
for (side, unit), (x, y) in places.items():
    often = graph.get_edge_data(office, unit, {"weight": 0})["weight"]
    size, colour = (20, style.ORANGE) if side == "by" else (8 + 6 * often, style.BLUE)
    axes.scatter(x, y, s=size, color=colour, zorder=3)
    shift = -0.05 if side == "by" else 0.05
    axes.text(x + shift, y, label(unit), ha="right" if side == "by" else "left", va="center", fontsize=9)
axes.set(xlim=(-0.45, 1.45), ylim=(-0.03, 1.03))
axes.axis("off")
axes.legend(
    handles=[
        Line2D([], [], color=style.SKY, lw=1.2, label="2 bulletins"),
        Line2D([], [], color=style.BLUE, lw=2.1, label="3 or more"),
        Line2D([], [], color=style.BLUE, marker="o", ms=8, lw=0, label="larger: blamed more often by the office"),
    ],
    loc="upper center",
    bbox_to_anchor=(0.5, 0.0),
    ncols=3,
    fontsize=9,
)
axes.set_title("Joint supervisors (left) and the units their bulletins blame (right)")
style.note(figure)

# %% [markdown]
# Centrality measures on such a graph describe who *writes and is written about*, not power. The ties arise from joint mention in a
# bulletin; a project of many towns yields more edges than one of few. A null model (shuffle the joint supervisors over
# bulletins) belongs beside every figure that you report.
#
# ## What the reforms did to names
#
# In March 2018 the centre reorganised ministries, and by mid-2019 counties had followed; in 2023 a smaller round
# created data bureaus and later ended 乡村振兴局. The registry holds what is generally so; a region's own months go into
# `regions/<code or name>/windows.yaml`. The bars below are the **periods in the registry**, and the points the **mentions in the
# bulletins**, by year.

# %%
groups = [
    ["国土资源局", "自然资源局"],
    ["农业局", "农业农村局"],
    ["卫生局", "卫生和计划生育局", "卫生健康局"],
    ["环境保护局", "生态环境局"],
    ["安全生产监督管理局", "应急管理局"],
    ["扶贫开发办公室", "乡村振兴局"],
    ["数据局"],
]
period = registry.set_index("name")
with duckdb.connect(invented.tables(), read_only=True) as database:
    mentions = database.execute(
        """
        SELECT replace(canonical_name, region_name, '') AS body, coalesce(year(published), issue_year) AS year,
               count(*) AS mentions
        FROM units JOIN bulletins USING (bulletin_id) WHERE canonical_id IS NOT NULL GROUP BY ALL
        """
    ).df()

# %%
figure, axes = plt.subplots(figsize=(8.0, 5.6))
at, ticks = 0.0, {}
for group in groups:
    for body in group:
        since, until = period.loc[county + body, ["valid_from", "valid_to"]]
        first = since.year + (since.month - 1) / 12 if pd.notna(since) else 2012.5
        last = until.year + until.month / 12 if pd.notna(until) else 2026
        axes.barh(at, last - first, left=first, height=0.56, color="#D9E6EF")
        years = mentions[mentions["body"] == body]
        axes.scatter(years["year"] + 0.5, [at] * len(years), s=7 * years["mentions"], color=style.BLUE, zorder=3)
        ticks[at] = body
        at -= 1
    at -= 0.6
for reform in (2018 + 2 / 12, 2023 + 2 / 12):
    axes.axvline(reform, color=style.RED, lw=1, ls="--", zorder=1)
    axes.text(reform + 0.1, 0.9, f"reform of {reform:.0f}", color=style.RED, fontsize=9, ha="left")
axes.set_yticks(list(ticks), style.labels(ticks.values(), [ids[county + body] for body in ticks.values()]))
axes.set(xlim=(2012.5, 2026), ylim=(at + 0.9, 1.6))
axes.set_xticks(np.arange(2014, 2027, 2) + 0.0)
axes.spines["left"].set_visible(False)
sizes = [axes.scatter([], [], s=7 * count, color=style.BLUE, label=f"{count}") for count in (2, 6, 12)]
axes.legend(handles=sizes, title="mentions a year", ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.08))
axes.set_title("Names in force (bars) and names in use (points)")
style.note(figure)

# %% [markdown]
# The bars overlap in 2018 and 2019, because counties changed at different times: in that gap a name alone does not tell which body is
# meant, and the day of the bulletin decides. Ask the registry for the same names on two days:

# %%
for day in ("2016-05-01", "2024-05-01"):
    invented.bulletin("registry", "match", "县国土资源局", "县卫计局", "县农业局", "--region", county, "--on", day)

# %% [markdown]
# So a series over the reform needs a decision that no program can take for you:
#
# - **by id**: what was called so then. A body ends and another begins;
# - **by lineage**: predecessors with their successor, as in the heat map. Sound where one body took over from one;
# - **by task**: where functions were scattered (安监, 消防 and 地灾 to 应急管理局), neither id nor lineage is the same thing before and
#   after. Count domains instead of units.
#
# State which. The columns `predecessors`, `successors`, `valid_from`, `valid_to` and `source` of the table `registry` document
# it; put the registry's digest beside the figure (`provenance.registry_digest`).

# %%
columns = ["name", "valid_from", "valid_to", "predecessors", "successors", "source"]
reformed = registry[registry["name"].isin([county + body for group in groups for body in group])]
reformed[columns].astype({"valid_from": "string", "valid_to": "string"}).fillna("").reset_index(drop=True)

# %% [markdown]
# Next: [from an archive to DuckDB and pandas](04_archive_to_duckdb.ipynb).
