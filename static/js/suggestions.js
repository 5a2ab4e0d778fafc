// Suggests while somebody types: the combobox of WAI-ARIA with a list, in which nothing is chosen until they do.
const PATIENCE_MS = 200;
const input = document.querySelector("[data-suggest]");
const { form } = input;
const list = document.createElement("ul");
const status = document.createElement("p");
let found = [];
let active = -1;
let waiting;
let asking;

function highlight(place) {
  active = place;
  [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === place)));
  if (place < 0) {
    input.removeAttribute("aria-activedescendant");
  } else {
    input.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  }
}

function show(suggestions, message) {
  found = suggestions;
  list.replaceChildren(...found.map(({ tekst, soort }, place) => {
    const option = document.createElement("li");
    const kind = document.createElement("span");
    kind.className = "muted";
    kind.textContent = soort;
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.append(`${tekst} `, kind);
    return option;
  }));
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  // Only how many there are: the list itself is read as somebody goes through it.
  status.textContent = message;
  highlight(-1);
}

// Also forgets what was asked and is not answered yet.
function close(message = "") {
  clearTimeout(waiting);
  asking?.abort();
  show([], message);
}

async function ask() {
  const mine = new AbortController();
  asking = mine;
  const query = new URLSearchParams({ q: input.value, gebied: form.elements.gebied?.value ?? "" });
  try {
    const answer = await fetch(`${input.dataset.suggest}?${query}`, { signal: mine.signal });
    const { suggesties, melding } = answer.ok ? await answer.json() : { suggesties: [], melding: "" };
    if (asking === mine && !mine.signal.aborted) show(suggesties, melding);
  } catch {
    // Who is not answered searches without suggestions.
    if (asking === mine && !mine.signal.aborted) close();
  }
}

function askSoon(wait) {
  clearTimeout(waiting);
  asking?.abort();
  waiting = setTimeout(ask, wait);
}

function pick({ velden, melding }) {
  // A button may have the same name.
  Object.entries(velden).forEach(([name, value]) => { form.querySelector(`input[name="${name}"]`).value = value; });
  close(melding);
  if (!melding) form.requestSubmit();
}

const KEYS = {
  ArrowDown: () => (found.length ? highlight((active + 1) % found.length) : askSoon(0)),
  ArrowUp: () => found.length && highlight((active < 1 ? found.length : active) - 1),
  Enter: () => pick(found[active]),
  Escape: () => close(),
};

list.id = `${input.id}-suggestions`;
list.className = "suggestions";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", input.dataset.suggestLabel);
status.className = "visually-hidden";
status.setAttribute("role", "status");
input.after(list, status);
for (const [name, value] of Object.entries({
  role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
})) input.setAttribute(name, value);

input.addEventListener("input", () => askSoon(PATIENCE_MS));
input.addEventListener("blur", () => close());
form.addEventListener("submit", () => close());
input.addEventListener("keydown", (event) => {
  const isOpen = found.length > 0;
  const hasMeaning = { ArrowDown: true, ArrowUp: isOpen, Enter: active >= 0, Escape: isOpen }[event.key];
  if (!hasMeaning || event.isComposing) return;
  event.preventDefault();
  KEYS[event.key]();
});
// A press would take the focus from the field, and so close the list before it is a click.
list.addEventListener("pointerdown", (event) => event.preventDefault());
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) pick(found[[...list.children].indexOf(option)]);
});
