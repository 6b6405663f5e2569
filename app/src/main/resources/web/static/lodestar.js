"use strict";
// Nothing here is needed to read or to enter: it closes menus, moves in tables and shows what cells say.
document.documentElement.classList.add("js");

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.pick[open]")) {
    if (!except || !menu.contains(except)) menu.removeAttribute("open");
  }
};
document.addEventListener("click", (event) => closeMenus(event.target));

// On a narrow window the tabs scroll: the one that is open comes into view.
const tab = document.querySelector(".nav [aria-current]");
if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - 100;

// A grid is one tab stop; arrows, Home and End move in it (W3C APG, grid).
for (const grid of document.querySelectorAll("table[role=grid]")) {
  const rows = [...grid.tBodies[0].rows].map((row) =>
    [...row.cells].map((cell) => cell.querySelector("a") || cell));
  for (const cell of rows.flat()) cell.tabIndex = -1;
  let at = [0, 0];
  const stop = () => rows[at[0]] && rows[at[0]][at[1]];
  if (stop()) stop().tabIndex = 0;
  const go = (row, column) => {
    const r = Math.min(Math.max(row, 0), rows.length - 1);
    const c = Math.min(Math.max(column, 0), rows[r].length - 1);
    stop().tabIndex = -1;
    at = [r, c];
    stop().tabIndex = 0;
    stop().focus();
    stop().scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  grid.addEventListener("focusin", (event) => {
    const r = rows.findIndex((row) => row.includes(event.target));
    if (r < 0) return;
    stop().tabIndex = -1;
    at = [r, rows[r].indexOf(event.target)];
    stop().tabIndex = 0;
  });
  grid.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || !grid.tBodies[0].contains(event.target)) return;
    const [r, c] = at;
    const last = rows.length - 1;
    const end = rows[r].length - 1;
    const moves = {
      ArrowLeft: [r, c - 1], ArrowRight: [r, c + 1], ArrowUp: [r - 1, c], ArrowDown: [r + 1, c],
      Home: [event.ctrlKey ? 0 : r, 0], End: [event.ctrlKey ? last : r, event.ctrlKey ? rows[last].length - 1 : end],
      PageUp: [r - 10, c], PageDown: [r + 10, c],
    };
    if (!moves[event.key] || (event.ctrlKey && event.key !== "Home" && event.key !== "End")) return;
    event.preventDefault();
    go(...moves[event.key]);
  });
  const note = document.createElement("div");
  note.className = "cellnote";
  note.hidden = true;
  document.body.append(note);
  const heads = grid.tHead.rows[grid.tHead.rows.length - 1].cells;
  const shift = grid.tHead.rows.length > 1 ? 1 : 0;
  const show = (event) => {
    const cell = event.target.closest("td");
    const says = cell && (cell.querySelector("[aria-label]") || cell).getAttribute("aria-label");
    if (!says) { note.hidden = true; return; }
    const who = cell.parentElement.cells[0].querySelector("a").textContent;
    const what = heads[cell.cellIndex - shift] ? heads[cell.cellIndex - shift].textContent : "";
    note.replaceChildren(Object.assign(document.createElement("b"), { textContent: who + " · " + what }), says);
    note.hidden = false;
    const box = cell.getBoundingClientRect();
    const below = box.bottom + 6 + note.offsetHeight < innerHeight;
    note.style.top = (below ? box.bottom + 6 : box.top - 6 - note.offsetHeight) + "px";
    note.style.left = Math.max(8, Math.min(box.left - 16, innerWidth - note.offsetWidth - 8)) + "px";
  };
  const hide = () => { note.hidden = true; };
  grid.addEventListener("focusin", show);
  grid.addEventListener("pointerover", show);
  grid.addEventListener("focusout", hide);
  grid.addEventListener("pointerleave", hide);
  document.addEventListener("scroll", hide, true);
}

// g and a letter go to a section, ? lists the keys; not while something is typed or composed.
let going = false;
const typing = (target) => target.isComposing || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeMenus(null);
    for (const open of document.querySelectorAll(".keylist, .cellnote")) open.hidden = true;
    return;
  }
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const list = document.querySelector(".keylist");
  if (event.key === "?" && list) {
    list.hidden = !list.hidden;
    if (!list.hidden) list.focus();
  } else if (going) {
    going = false;
    const link = document.querySelector(`.nav a[data-key="${CSS.escape(event.key)}"]`);
    if (link) link.click();
  } else if (event.key === "g") {
    going = true;
    setTimeout(() => { going = false; }, 1500);
  }
});
