// Lets files be dropped on the field that they belong to.
for (const area of document.querySelectorAll("[data-drop-files]")) {
  const input = area.querySelector("input[type=file]");
  area.append(area.querySelector("template").content.cloneNode(true));
  const show = (isOver) => area.toggleAttribute("data-is-over", isOver);

  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    show(true);
  });
  area.addEventListener("dragleave", () => show(false));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    show(false);
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}
