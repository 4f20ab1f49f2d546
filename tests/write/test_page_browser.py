"""The page in a real Chromium, driven through its debugging pipe: clicks, keys, the policy."""

from __future__ import annotations

import io
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.records import Bulletin, Failure
from bulletin_nlp.write import write
from bulletin_nlp.write.characters import visible

pytestmark = pytest.mark.browser

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)


class Chromium:
    """One tab of a headless Chromium, spoken to by the DevTools protocol over file descriptors 3 and 4."""

    def __init__(self, path: str, profile: Path) -> None:
        commands, self._to = os.pipe()
        self._from, answers = os.pipe()

        def wire() -> None:
            os.dup2(os.dup(commands), 3)
            os.dup2(os.dup(answers), 4)
            os.set_inheritable(3, True)
            os.set_inheritable(4, True)

        self._process = subprocess.Popen(
            [path, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=wire,
            close_fds=False,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Log", "Runtime", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
        self.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)

    def call(self, method: str, **params: Any) -> Any:
        """Send a command and wait for its answer, keeping the events that come between."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            chunk = os.read(self._from, 1 << 16)
            assert chunk, "chromium went away"
            self._rest += chunk
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(self, url: str) -> None:
        """Load a page, and wait until it is loaded."""
        self.call("Page.navigate", url="about:blank")
        self.events.clear()
        loader = self.call("Page.navigate", url=url)["loaderId"]
        done = {"name": "load", "loaderId": loader}
        while not any(done.items() <= event.get("params", {}).items() for event in self.events):
            self.events.append(self._next())

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, script: str) -> None:
        """A real mouse click on the element that an expression gives: in the middle of its first box."""
        x, y = self.run(
            f"(() => {{ const e = {script}; e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            "const b = e.getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def key(self, name: str) -> None:
        """A real key press."""
        text = {"text": name} if len(name) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, **text)

    def complaints(self) -> list[str]:
        """What the browser logged: violations of the policy, and exceptions."""
        logged = [e["params"]["entry"]["text"] for e in self.events if e.get("method") == "Log.entryAdded"]
        thrown = [str(e["params"]) for e in self.events if e.get("method") == "Runtime.exceptionThrown"]
        return logged + thrown

    def requests(self) -> list[str]:
        """Every address that the page asked for."""
        sent = (event for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"].partition("#")[0] for event in sent]

    def close(self) -> None:
        """End the browser that was started here."""
        os.close(self._to)
        os.close(self._from)
        self._process.terminate()
        self._process.wait(20)


@pytest.fixture(scope="module")
def tab(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    opened = Chromium(chromium, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., str]:
    def write_page(*records: Bulletin | Failure, change: tuple[str, str] = ("", "")) -> str:
        stream = io.StringIO(newline="")
        write(records, "html", stream)
        path = tmp_path / "page.html"
        path.write_bytes(stream.getvalue().replace(*change).encode() if change[0] else stream.getvalue().encode())
        return path.as_uri()

    return write_page


SELECTED = "document.querySelector('.rec.on')?.dataset.id ?? null"
MARKED = "[...document.querySelectorAll('.text .sel')].map(e => e.textContent).join('')"


def mark(text: str, number: int = 0) -> str:
    """An expression for the n-th segment with exactly this text."""
    return f"[...document.querySelectorAll('.text [data-k]')].filter(e => e.textContent === '{text}')[{number}]"


def card(id_: str) -> str:
    """An expression for the button of a record's card."""
    return f"document.querySelector('.rec[data-id=\"{id_}\"] .pick')"


@pytest.mark.parametrize("record", ["d2", "u10", "p1", "r1", "a1", "f1", "n1", "x1", "s2.1", "head.title", "remark.1"])
def test_an_address_selects_a_record_and_its_marks(
    record: str, tab: Chromium, page: Callable[..., str], sample: Bulletin
) -> None:
    tab.open(f"{page(sample)}#select={record}")
    assert tab.run(SELECTED) == record
    ranges = tab.run("document.querySelector('.rec.on').dataset.r").split()
    quoted = [visible(sample.text[slice(*map(int, range_.split("-")))]) for range_ in ranges]
    assert tab.run(MARKED) == "".join(quoted) != ""
    assert tab.complaints() == []


def test_clicking_a_mark_selects_the_innermost_record_then_those_around_it(
    tab: Chromium, page: Callable[..., str], sample: Bulletin
) -> None:
    tab.open(page(sample))
    seen = []
    for _ in range(3):
        tab.click(mark("石桥乡", 1))
        seen.append((tab.run(SELECTED), tab.run(MARKED)))
    assert seen == [("u10", "石桥乡"), ("p1", sample.problems[0].span.text), ("u10", "石桥乡")]


def test_clicking_a_card_shows_its_marks_and_a_link_leads_on(
    tab: Chromium, page: Callable[..., str], sample: Bulletin
) -> None:
    tab.open(page(sample))
    tab.click(card("p1"))
    assert (tab.run(SELECTED), tab.run(MARKED)) == ("p1", sample.problems[0].span.text)
    assert tab.run("[...document.querySelectorAll('.text .cue')].map(e => e.textContent)") == [
        "没有明确专人负责",
        "市场周边",
    ]
    top, bottom = tab.run("(b => [b.top, b.bottom])(document.querySelector('.text .sel').getBoundingClientRect())")
    assert 0 < top < bottom < 900
    tab.click("document.querySelector('.rec.on [data-to]')")
    assert (tab.run(SELECTED), tab.run(MARKED)) == ("u10", "石桥乡")
    assert tab.run("location.hash") == "#bulletin=1&select=u10"


def test_the_keyboard_reaches_everything(tab: Chromium, page: Callable[..., str], sample: Bulletin) -> None:
    tab.open(page(sample))
    tab.run("document.querySelector('.text').focus()")
    walked = []
    for name in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        tab.key(name)
        walked.append(tab.run(MARKED))
    assert walked == ["首页", "督查工作", "首页"]
    tab.key("j")
    assert tab.run("document.activeElement.closest('.rec')?.dataset.id") == tab.run(SELECTED)
    assert tab.run("document.querySelector('.status').textContent") != ""
    tab.key("Escape")
    assert (tab.run(SELECTED), tab.run(MARKED)) == (None, "")


def test_the_legend_hides_a_layer(tab: Chromium, page: Callable[..., str], sample: Bulletin) -> None:
    tab.open(page(sample))
    colour = "getComputedStyle(document.querySelector('.text .problem')).backgroundColor"
    before = tab.run(colour)
    tab.click("document.querySelector('.legend [data-layer=problem]')")
    assert (before != "rgba(0, 0, 0, 0)", tab.run(colour)) == (True, "rgba(0, 0, 0, 0)")
    tab.click("document.querySelector('.legend [data-layer=problem]')")
    assert tab.run(colour) == before


def test_several_inputs_are_chosen_from_a_list(
    tab: Chromium, page: Callable[..., str], sample: Bulletin, bare: Callable[..., Bulletin]
) -> None:
    failure = Failure(uri="坏.doc", stage="read", code="unsupported", message="save it as text")
    tab.open(f"{page(sample, failure, bare('第三份', spans=((0, 2),)))}#bulletin=3&select=n1")
    shown = "[...document.querySelectorAll('article')].filter(e => e.offsetParent).map(e => e.dataset.number)"
    assert (tab.run(shown), tab.run(SELECTED), tab.run(MARKED)) == (["3"], "n1", "第三")
    tab.run("(s => { s.value = '2'; s.dispatchEvent(new Event('change')); })(document.querySelector('.choose select'))")
    assert (tab.run(shown), tab.run(SELECTED)) == (["2"], None)
    assert tab.complaints() == []


HOSTILE = (
    "</script><script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"
    "\x00\x1b\r\n\u202e\uffff'\"&lt;"
)


def test_hostile_text_stays_text_and_nothing_is_fetched(
    tab: Chromium, page: Callable[..., str], bare: Callable[..., Bulletin]
) -> None:
    url = page(bare(HOSTILE, uri=HOSTILE, spans=((3, 30),)), Failure(uri=HOSTILE, stage="x", code="y", message=HOSTILE))
    tab.open(url)
    assert tab.run("document.querySelector('.text').textContent") == visible(HOSTILE)
    assert tab.run("[document.title, document.images.length, document.scripts.length]") == ["督查通报 · bulletin", 0, 1]
    assert (tab.requests(), tab.complaints()) == ([url], [])


@pytest.mark.parametrize(
    "injected",
    ["<script>document.title='x'</script>", "<p style='color: red'>x</p>", "<img src='https://example.invalid/x.png'>"],
)
def test_the_policy_would_stop_what_slipped_through(
    injected: str, tab: Chromium, page: Callable[..., str], sample: Bulletin
) -> None:
    tab.open(page(sample, change=("<main>", f"<main>{injected}")))
    assert any("Content Security Policy" in complaint for complaint in tab.complaints())
    assert tab.run("document.title") == "督查通报 · bulletin"


@pytest.mark.parametrize("width", [1280, 600])
def test_both_sides_fit_the_window(width: int, tab: Chromium, page: Callable[..., str], sample: Bulletin) -> None:
    tab.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    tab.open(f"{page(sample)}#select=r1")
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert tab.run(size) == [width, 900]
    for part in (".text .sel", ".rec.on"):
        top, bottom = tab.run(f"(b => [b.top, b.bottom])(document.querySelector('{part}').getBoundingClientRect())")
        assert 0 < top < bottom <= 900
    tab.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)
