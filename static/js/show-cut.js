// Shows at once which part of a photo stays in view in a list, before it is saved.
for (const entry of document.querySelectorAll(".photo-entry")) {
  const whole = entry.querySelector("picture img");
  const small = entry.querySelector("img.small-picture");
  const choices = [...entry.querySelectorAll("input[type=radio]")];

  entry.addEventListener("change", (event) => {
    const place = choices.indexOf(event.target);
    if (place < 0) return;
    for (const source of small.parentElement.querySelectorAll("source")) source.remove();
    small.removeAttribute("srcset");
    small.src = whole.currentSrc || whole.src;
    small.classList.add("is-cut-here");
    // The choices stand in three rows of three.
    small.style.objectPosition = `${(place % 3) * 50}% ${Math.floor(place / 3) * 50}%`;
  });
}
