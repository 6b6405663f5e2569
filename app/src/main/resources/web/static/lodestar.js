"use strict";
// Menus close when the reader clicks elsewhere or presses Escape; without this script they still open and close.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.pick[open]")) {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.pick[open]")) menu.removeAttribute("open");
});
