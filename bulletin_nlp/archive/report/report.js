"use strict";
(function () {
  const input = document.getElementById("words");
  const found = document.getElementById("found");
  const rows = Array.from(document.querySelectorAll("tbody tr"), function (row) {
    return { row: row, text: row.textContent.toLowerCase() };
  });
  function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of rows) {
      const hit = words.every(function (word) { return entry.text.includes(word); });
      entry.row.hidden = !hit;
      if (hit) { count += 1; }
    }
    found.textContent = count + " / " + rows.length;
  }
  input.addEventListener("input", search);
  search();
})();
