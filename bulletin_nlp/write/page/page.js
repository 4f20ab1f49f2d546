"use strict";
(() => {
  const root = document.documentElement;
  const docs = [...document.querySelectorAll("article.doc")];
  const status = document.querySelector(".status");
  const chooser = document.querySelector(".choose");
  const finder = document.querySelector(".find");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let doc = null;
  let selected = null;

  root.classList.add("js");

  /* Segments of a text in order, and where each begins: made when a text is first used. */
  const indexes = new WeakMap();
  function index(article) {
    if (!indexes.has(article)) {
      const segments = [...article.querySelectorAll(".text [data-s]")];
      indexes.set(article, { segments, starts: segments.map((segment) => Number(segment.dataset.s)) });
    }
    return indexes.get(article);
  }

  function segmentsIn(article, ranges) {
    const { segments, starts } = index(article);
    const found = [];
    for (const range of ranges.split(" ").filter(Boolean)) {
      const [from, to] = range.split("-").map(Number);
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts[middle] < from) low = middle + 1;
        else high = middle;
      }
      while (low < starts.length && starts[low] < to) found.push(segments[low++]);
    }
    return found;
  }

  /* Scrolls only the pane that holds the element, so that the other pane's scrolling is not cut short. */
  function show(element, at, smooth = !calm) {
    const pane = element.closest(".text, .records");
    const inner = element.getBoundingClientRect();
    const outer = pane.getBoundingClientRect();
    const top = outer.top + (pane.matches(".records") ? pane.querySelector(".jumps").offsetHeight : 0);
    if (at === "nearest" && inner.top >= top && inner.bottom <= outer.bottom) return;
    const target = at === "top" ? top : top + Math.max(0, (outer.bottom - top - inner.height) / 3);
    pane.scrollBy({ top: inner.top - target, behavior: smooth ? "smooth" : "instant" });
  }

  function flash(segments) {
    for (const segment of segments) {
      segment.classList.remove("flash");
      void segment.offsetWidth;
      segment.classList.add("flash");
    }
  }

  function clear() {
    for (const element of document.querySelectorAll(".sel, .sel-a, .sel-z, .cue, .flash, .on")) {
      element.classList.remove("sel", "sel-a", "sel-z", "cue", "flash", "on");
      if (element.matches(".rec")) element.querySelector(".pick").setAttribute("aria-pressed", "false");
    }
    selected = null;
    status.textContent = "";
  }

  function select(card, { text = true, records = true, smooth = !calm } = {}) {
    if (!card) return;
    clear();
    selected = card;
    card.classList.add("on");
    card.querySelector(".pick").setAttribute("aria-pressed", "true");
    const group = card.closest("details");
    group.open = true;
    card.hidden = false;
    const segments = segmentsIn(doc, card.dataset.r);
    segments.forEach((segment) => segment.classList.add("sel"));
    if (segments.length) {
      segments[0].classList.add("sel-a");
      segments[segments.length - 1].classList.add("sel-z");
    }
    segmentsIn(doc, card.dataset.c).forEach((segment) => segment.classList.add("cue"));
    flash(segments);
    if (text && segments.length) show(segments[0], "third", smooth);
    if (records) show(card, "nearest", smooth);
    const place = [...group.querySelectorAll(".rec")].indexOf(card) + 1;
    status.textContent = `${group.querySelector("summary").firstChild.data.trim()} ${place} · ${card.querySelector(".pick .caption").textContent}`;
    history.replaceState(null, "", `#${new URLSearchParams({ bulletin: doc.dataset.number, select: card.dataset.id })}`);
  }

  const cardOf = (key) => doc.querySelector(`.rec[data-k="${key}"]`);

  function open(article) {
    if (article === doc) return;
    clear();
    docs.forEach((other) => { other.hidden = other !== article; });
    doc = article;
    chooser.querySelector("select").value = article.dataset.number;
    filter();
  }

  function filter() {
    const wanted = finder.querySelector("input").value.trim().toLowerCase();
    for (const card of doc.querySelectorAll(".rec")) {
      card.hidden = wanted !== "" && !card.textContent.toLowerCase().includes(wanted);
    }
  }

  /* A click on a mark selects the innermost record; the next click there the one around it, and so on. */
  function pickAt(segment) {
    const keys = segment.dataset.k.split(" ");
    const now = selected ? keys.indexOf(selected.dataset.k) : -1;
    select(cardOf(keys[(now + 1) % keys.length]), { text: false });
  }

  /* The marks in the order of the text, for the arrow keys. */
  function step(by) {
    const inOrder = new Set();
    for (const segment of index(doc).segments) {
      for (const key of segment.dataset.k ? segment.dataset.k.split(" ").reverse() : []) inOrder.add(key);
    }
    const keys = [...inOrder];
    if (!keys.length) return;
    const now = selected ? keys.indexOf(selected.dataset.k) : -1;
    const next = now < 0 ? (by > 0 ? 0 : keys.length - 1) : (now + by + keys.length) % keys.length;
    select(cardOf(keys[next]));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-to]");
    const quote = event.target.closest("[data-q]");
    const card = event.target.closest(".rec");
    const segment = event.target.closest(".text [data-k]");
    const jump = event.target.closest("[data-jump]");
    if (jump) {
      const group = doc.querySelector(`.group[data-layer="${jump.dataset.jump}"]`);
      group.open = true;
      show(group, "top");
    } else if (link) {
      select(cardOf(link.dataset.to));
    } else if (quote) {
      const segments = segmentsIn(doc, quote.dataset.q);
      if (segments.length) show(segments[0], "third");
      flash(segments);
    } else if (card) {
      if (String(getSelection()) === "") select(card, { records: false });
    } else if (segment && String(getSelection()) === "") {
      pickAt(segment);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) return;
    const inText = event.target.matches(".text");
    if (event.key === "Escape") clear();
    else if (inText && (event.key === "ArrowRight" || event.key === "ArrowLeft")) step(event.key === "ArrowRight" ? 1 : -1);
    else if (event.key === "j" || event.key === "k") {
      const cards = [...doc.querySelectorAll(".rec:not([hidden])")];
      const now = cards.indexOf(selected);
      const next = now < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, now + (event.key === "j" ? 1 : -1)));
      select(cards[next]);
      if (cards[next]) cards[next].querySelector(".pick").focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  });

  for (const box of document.querySelectorAll(".legend input")) {
    box.addEventListener("change", () => root.classList.toggle(`off-${box.dataset.layer}`, !box.checked));
  }

  function follow() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const article = docs.find((other) => other.dataset.number === wanted.get("bulletin")) || doc || docs[0];
    open(article);
    const card = [...doc.querySelectorAll(".rec")].find((other) => other.dataset.id === wanted.get("select"));
    if (card && card !== selected) select(card, { smooth: false });
  }

  if (docs.length) {
    const list = chooser.querySelector("select");
    docs.forEach((article) => list.append(new Option(`${article.dataset.number}. ${article.dataset.title}`, article.dataset.number)));
    list.addEventListener("change", () => open(docs.find((article) => article.dataset.number === list.value)));
    chooser.hidden = docs.length < 2;
    finder.hidden = false;
    finder.querySelector("input").addEventListener("input", filter);
    addEventListener("hashchange", follow);
    follow();
  }
})();
