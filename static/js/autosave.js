// Saves a draft a while after the last key, so that who leaves half-way loses nothing.
const PAUSE = 2500;

for (const area of document.querySelectorAll("[data-autosave]")) {
  const form = area.querySelector("form");
  const told = area.querySelector("[role=status]");
  let timer, isSaving, isWanted;

  const save = async () => {
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new FormData(form), headers: { Accept: "application/json" },
      });
      const said = await answer.json();
      if (said.version) form.elements.version.value = said.version;
      told.textContent = said.said;
    } catch {
      told.textContent = area.dataset.autosave;
    }
  };
  const saveNow = () => {
    isSaving = save().finally(() => {
      isSaving = undefined;
      if (isWanted) form.requestSubmit();
    });
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (!isSaving) saveNow(); }, PAUSE);
  });
  // The button waits for what is on its way: else the form would meet its own older copy.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!isSaving) return;
    event.preventDefault();
    isWanted = true;
  });
}
