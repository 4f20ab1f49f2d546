"""Names made of a region's head and a body: 县财政局, 沅西县桃坪镇人民政府, 省委第三巡视组, 县古保委(综合执法大队)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.knowledge.units import catalogue
from bulletin_nlp.pipes.units.canvas import CJK
from bulletin_nlp.pipes.units.draft import Draft
from bulletin_nlp.pipes.units.grammar import grammar
from bulletin_nlp.pipes.units.places import COUNTY, Gazetteer, Place, ends_here, exclusions

_BARE = re.compile(
    "经济技术开发区|经济开发区|开发区|高新区|经开区|街道(?=[一-龥]{2})|[县市区省旗盟]|州(?!市(?![场政]))"
    "|(?<![乡城集村街全])镇(?=[一-龥]{2})|(?<![城镇全])乡(?=[党政纪人财农民综社司国计])"
)
_BARE_NOT_AFTER = re.compile(r"[各每两多]$|(?:[县区市乡城省州社小园片地景超都夜上股门节跨红锦]|联(?=盟)|直辖|设区)$")
_ESTABLISHMENT = re.compile(
    "(?:医院|[一二三四五六七八九十]中|[一二三四五六]小|中学|小学|学校|幼儿园|站|中心|馆|院|厂|公司|园区)$"
)
_CENTRAL_TEAM = re.compile(
    r"(?:中央|国务院|国家)(?:第[一二三四五六七八九十\d]{1,3})?[生态环境保护安全生产]{0,8}(?:督察|巡视|督查|巡查|考核)组"
)
_ITEM = re.compile(r" *(?:附件)?[ \d]{0,3}[:.、]? ?(?:\d{1,2}[.、])? ?")
_INNER = re.compile("我[部局厅委](?=[一-龥])")
_POSTED = re.compile("驻[一-龥]{2,12}?(?:招商组|招商分局|招商局|联络处|纪检监察组|纪检组)")
_TITLE = re.compile("(?:常委|书记|副书记|常委会委员|主要领导同志任|委员(?!会))")
_POST = re.compile("(?:副?主任(?!要)|副?主席|副?县长|副?市长|副?区长|副?省长|代表(?!大会|联络|工作|资格))")
_MEETING = re.compile(r"第?[一二三四五六七八九十百\d]{1,4}[届次]|常务会|常委会?议|全会|全体会议|专题会议?")
_BRACKET = re.compile(rf"\((?!以下|下称|简称|统称|原|含|不含|代|如)([{CJK}]{{2,14}})\)")
_BRACKET_ORGAN = re.compile("(?:大队|支队|中心|局|办|委|站|所|办公室|公司|院|室|队)$")
_LEADS = frozenset("由向对和与及将让请按据经被")
_COMMITTEE = re.compile("[一-龥]{3}(?:委员会|领导小组|指挥部|联席会议)$")
_ABBREVIATED = re.compile(r"[(\[](?:以下|下|统)?(?:简|统)称[:：]?[“\"']?")
_VILLAGE_NEXT = re.compile(rf"[{CJK}]{{2,3}}(?:村|社区)")


def _levels(places: list[Place], bare: str) -> set[str | None]:
    level = places[-1].level if places else ("town" if bare in ("镇", "乡", "街道") else "county")
    return {level, None} | ({"village"} if level == "community" else set())


class Named:
    """Finds the headed names of one canvas."""

    def __init__(self, s: str, gazetteer: Gazetteer, surfaces: dict[int, list[int]]) -> None:
        self.s = s
        self.gazetteer = gazetteer
        self.surfaces = surfaces

    def find(self) -> Iterator[Draft]:
        """All names with a head: places with a body, places as actors, bare heads with a body, national bodies."""
        for place in self.gazetteer.places:
            chain = self.gazetteer.chain_ending(place.end)
            if place.end in self.gazetteer.by_start:
                continue
            draft = self._headed(chain, "", chain[0].start, place.end) or self._place(chain)
            if draft is not None:
                yield draft
        not_before, _, _ = exclusions()
        for match in _BARE.finditer(self.s):
            if match.end() in self.gazetteer.by_end or self._inside_place(match.start()):
                continue
            if _BARE_NOT_AFTER.search(self.s, max(0, match.start() - 2), match.start()):
                continue
            if self.s[match.start() - 1 : match.start()] in not_before.get(match[0], ()):
                continue
            if not ends_here(self.s, match.end(), match[0]):
                continue
            if (draft := self._headed([], match[0], match.start(), match.end())) is not None:
                yield draft
        yield from self._alone()

    def _inside_place(self, position: int) -> bool:
        return any(
            (p := self.gazetteer.by_start.get(start)) is not None and start <= position < p.end
            for start in range(max(0, position - 13), position + 1)
        )

    def _headed(self, chain: list[Place], bare: str, start: int, head_end: int) -> Draft | None:
        body_end, rule = self._body(head_end, _levels(chain, bare), bool(chain))
        if body_end is None:
            return None
        body = self.s[head_end:body_end]
        if self._is_title(body, body_end):
            return None
        if rule != "numbered-team" and grammar().place_after.match(self.s, body_end) and _ESTABLISHMENT.search(body):
            return None
        draft = Draft(start, body_end, "named", rule, places=[p.name for p in chain], level=bare, body=body)
        self._lengthen(draft)
        if self.s.startswith("原", start - 1) and start:
            draft.former = True
        for prefix in ("中共", "国网", "政协", "共青团", "国家税务总局", "中国人民政治协商会议"):
            if self.s.endswith(prefix, 0, start):
                draft.start, draft.prefix = start - len(prefix), prefix
        return draft

    def _body(self, at: int, levels: set[str | None], named: bool) -> tuple[int | None, str]:
        """The end of the longest body at a place, and the rule that says so."""
        s, table = self.s, catalogue().by_surface
        known = next(
            (
                end
                for end in self.surfaces.get(at, ())
                if any(b.at in levels and not b.alone for b in table[s[at:end]]) and self._whole(at, end)
            ),
            None,
        )
        committee = s.startswith("委", at)
        if known is None or (committee and known == at + 1):
            if (match := grammar().team.match(s, at + committee)) is not None:
                return match.end(), "numbered-team"
            if committee and (match := grammar().organ.match(s, at + 1, at + 13)) is not None:
                return self._extended(match.end()), "organ-grammar"
        if known is not None:
            return known, "lexicon"
        if not named and s[at : at + 1] in "级直属城域内长道里":
            return None, ""
        if (match := grammar().organ.match(s, at)) is not None and match.end() - at > 1:
            return self._extended(match.end()), "organ-grammar"
        return None, ""

    def _whole(self, start: int, end: int) -> bool:
        """Whether a short surface is no part of a longer word (政府|性, 委|托, 一中|队)."""
        s = self.s
        last, following = s[end - 1], s[end : end + 1]
        if not following:
            return True
        if last == "委" and following in "托员派":
            return False
        if last == "府" and following in "性":
            return False
        if last == "办" and following in "理法事结学公案好":
            return False
        if last == "局" and following in "面部势限":
            return False
        if last in "中小" and following in "队学心型组央":
            return False
        return not (last == "部" and following in "分门署位")

    def _extended(self, end: int) -> int:
        while (match := grammar().organ_more.match(self.s, end)) is not None:
            end = match.end()
        return end

    def _is_title(self, body: str, end: int) -> bool:
        if body in ("委", "政府", "人民政府") and _MEETING.match(self.s, end):
            return True
        if body in ("委", "人大", "政协", "人大常委会") and (_TITLE.match(self.s, end) or _POST.match(self.s, end)):
            return True
        return body in ("政府", "人民政府") and bool(_POST.match(self.s, end))

    def _lengthen(self, draft: Draft) -> None:
        """Take in a part of the body (党组, 江湾分局) and a bracket that belongs to the name."""
        g, s = grammar(), self.s
        part = g.part.match(s, draft.end)
        if part is not None and draft.body in ("委", "政府", "人民政府") and not _COMMITTEE.search(part[0]):
            part = None
        if part is not None and not self._broken(part[0]):
            draft.end = self._extended(part.end())
            draft.part = s[part.start() : draft.end]
        if (match := _BRACKET.match(s, draft.end)) is not None and _BRACKET_ORGAN.search(match[1]):
            draft.bracket = match[1]
            draft.end = match.end()

    @staticmethod
    def _broken(words: str) -> bool:
        """Whether a part would swallow another name (县教育局|县财政局)."""
        return bool(re.search("[县市区州省旗](?:委|政府|财|教|公安)", words))

    def _place(self, chain: list[Place]) -> Draft | None:
        """A place as an actor."""
        g, s = grammar(), self.s
        start, end = chain[0].start, chain[-1].end
        if _VILLAGE_NEXT.match(s, end) and chain[-1].level == "town":
            return None
        before = s[max(0, start - 6) : start]
        if before.endswith("原") or g.location_before.search(before):
            return None
        if before.endswith("关于") and not s.startswith("的问题", end):
            return None
        if g.location_after.match(s, end) or g.location_later.match(s, end):
            return None
        if chain[-1].level == "county" and self._in_bare_line(start):
            return None
        if (
            _TITLE.match(s, end)
            or _POST.match(s, end)
            or (chain[-1].level in ("village", "community") and s[end : end + 1] in "民委组小路")
        ):
            return None
        if s[end : end + 1] == "的" and s.startswith("省级", end + 1):
            return None
        return Draft(start, end, "named", "place", places=[p.name for p in chain])

    def _in_bare_line(self, position: int) -> bool:
        """Whether a place begins a title line, which names it as a topic: 榆湾市2016年度…审计结果."""
        s = self.s
        line_start = s.rfind("\n", 0, position) + 1
        if not _ITEM.fullmatch(s, line_start, position):
            return False
        line_end = s.find("\n", position)
        line = s[position : line_end if line_end >= 0 else len(s)]
        return (
            14 <= len(line) <= 50
            and not re.search("[,。;、]", line)
            and bool(
                re.search("(?:通报|情况|结果|公告|报告|通知|意见|清单|名单|一览表|统计表|排名表|进度表)$", line.strip())
            )
        )

    def _alone(self) -> Iterator[Draft]:
        s, table = self.s, catalogue().by_surface
        for start, ends in self.surfaces.items():
            for end in ends:
                bodies = table[s[start:end]]
                before = s[start - 1 : start]
                short = 2 if s[end - 1] not in "部委办局" else 3
                standing = end - start > short or not "\u4e00" <= before <= "\u9fff" or before in _LEADS
                if (
                    standing
                    and self._whole(start, end)
                    and any(b.alone for b in bodies)
                    and not (start and s[start - 1] in COUNTY)
                ):
                    prefix = "中华人民共和国"
                    begin = start - len(prefix) if s.endswith(prefix, 0, start) else start
                    draft = Draft(begin, end, "named", "national", body=s[start:end])
                    if draft.body.endswith("兵团") and (found := self._body(end, {"county", None}, True))[0]:
                        draft.places, draft.body, draft.end = [draft.body], s[end : found[0]], found[0] or end
                    self._lengthen(draft)
                    yield draft
                    break
        for match in _CENTRAL_TEAM.finditer(s):
            yield Draft(match.start(), match.end(), "named", "numbered-team", body=match[0])
        for match in _INNER.finditer(s):
            if (part := grammar().part.match(s, match.end())) is not None:
                yield Draft(match.end(), part.end(), "named", "inner", part=part[0])
        for match in _POSTED.finditer(s):
            yield Draft(match.start(), match.end(), "named", "posted", body=match[0])
