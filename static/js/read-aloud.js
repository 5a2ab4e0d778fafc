// Reads the main part of a page aloud with the browser's own voice. Without one the buttons stay away.
const BLOCKS = "p, li, h1, h2, h3, h4, dt, dd, legend, label, summary, td, th, button, a.button, div";
const SILENT = "[data-read-aloud], [hidden], [aria-hidden=true], .visually-hidden, .honeypot, script, style, template, svg, select, textarea";

// A browser can have the means and no voice; then nothing is heard, and nothing said.
const PATIENCE = 5000;

// Yields [block, language, sentence] for all that is read, in its order.
function* sentencesIn(main) {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let block, language, text = "";
  const cut = function* () {
    for (const sentence of text.split(/(?<=[.!?:])\s+/)) {
      if (/[\p{L}\p{N}]/u.test(sentence)) yield [block, language, sentence.replace(/\s+/g, " ").trim()];
    }
  };
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest(SILENT) || !parent.getClientRects().length) continue;
    const own = parent.closest(BLOCKS) ?? main;
    const spoken = parent.closest("[lang]").lang;
    if (own !== block || spoken !== language) {
      yield* cut();
      block = own;
      language = spoken;
      text = "";
    }
    text += walker.currentNode.data;
  }
  yield* cut();
}

function prepare(area, synthesis) {
  const [main, stop] = area.querySelectorAll("button");
  const label = main.querySelector("[data-label]");
  const status = area.querySelector("[role=status]");
  const words = area.dataset;
  let sentences = [], place = 0, utterance, marked;

  const mark = (block) => {
    marked?.classList.remove("is-read");
    marked = block;
    marked?.classList.add("is-read");
  };
  const show = (state, said) => {
    area.dataset.state = state;
    label.textContent = { reading: words.pause, paused: words.resume, idle: words.start }[state];
    stop.hidden = state === "idle";
    status.textContent = said;
  };
  // What was asked before speaks no more, nor does it tell that it ended.
  const hush = () => {
    utterance = undefined;
    synthesis.cancel();
  };
  const end = (said) => {
    hush();
    mark();
    place = 0;
    show("idle", said);
  };
  const speak = () => {
    if (place >= sentences.length) return end(words.done);
    const [block, language, sentence] = sentences[place];
    const own = new SpeechSynthesisUtterance(sentence);
    own.lang = language === "nl" ? "nl-NL" : language;
    own.rate = 0.9;
    own.voice = synthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language)) ?? null;
    own.onend = () => {
      if (own !== utterance) return;
      place += 1;
      speak();
    };
    const waiting = setTimeout(() => { if (own === utterance) end(words.failed); }, PATIENCE);
    own.onstart = () => clearTimeout(waiting);
    own.onerror = () => { if (own === utterance) end(words.failed); };
    utterance = own;
    mark(block);
    synthesis.speak(own);
  };

  main.addEventListener("click", () => {
    if (area.dataset.state === "reading") {
      // Going on later begins the sentence anew: not every browser can go on half-way.
      hush();
      return show("paused", words.paused);
    }
    if (area.dataset.state !== "paused") sentences = [...sentencesIn(area.closest("main"))];
    hush();
    show("reading", words.reading);
    speak();
  });
  stop.addEventListener("click", () => {
    end(words.stopped);
    main.focus();
  });
  // A voice goes on after the page has gone.
  window.addEventListener("pagehide", hush);
  area.hidden = false;
}

const area = document.querySelector("[data-read-aloud]");
if (area && "speechSynthesis" in window) prepare(area, window.speechSynthesis);
