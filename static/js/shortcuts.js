// Keys for who goes through a list all day. They can be switched off, and do nothing while somebody types.
const KEPT = "sneltoetsen";
const area = document.querySelector("[data-shortcuts]");
const box = area.querySelector("input");
const links = () => [...document.querySelectorAll("[data-shortcut-item]")];

const move = (by) => {
  const all = links();
  const here = all.indexOf(document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by;
  all[next]?.focus();
};
const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  z: () => document.querySelector("#q")?.focus(),
};

area.hidden = false;
box.checked = localStorage.getItem(KEPT) !== "uit";
box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "aan" : "uit"));
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (!box.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
