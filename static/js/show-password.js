// Gives every password field a button to see what was typed. The words come from the page, so they can be translated.
for (const template of document.querySelectorAll("template[data-show-password]")) {
  const input = template.previousElementSibling;
  const button = template.content.firstElementChild.cloneNode(true);
  button.addEventListener("click", () => {
    const isShown = input.type === "text";
    input.type = isShown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!isShown));
  });
  // Never send a password as a plain text field: a browser would remember it.
  input.form.addEventListener("submit", () => { input.type = "password"; });
  template.replaceWith(button);
}
