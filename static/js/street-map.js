// Opens the street map when asked; before that nothing is fetched from its maker.
const { L } = window;
const box = document.querySelector("[data-street-map]");
const button = document.querySelector("[data-street-map-open]");
const items = [...document.querySelectorAll("[data-latitude]")].map((item) => ({
  point: [Number(item.dataset.latitude), Number(item.dataset.longitude)],
  number: item.id.replace("werkplek-", ""),
  link: item.querySelector("a"),
}));

// A marker at this zoom, with the size that its numbers take.
function together(map, here) {
  here.sort((one, other) => one.number - other.number);
  const text = here.length > 3
    ? `${here.length} ${box.dataset.workplaces}`
    : here.map(({ number }) => number).join(", ");
  const spots = here.map(({ point }) => map.project(point));
  const middle = spots.reduce((sum, spot) => sum.add(spot)).divideBy(spots.length);
  return { here, text, middle, width: Math.max(44, text.length * 11 + 24), height: 44 };
}

function overlap(one, other) {
  return Math.abs(one.middle.x - other.middle.x) * 2 < one.width + other.width
    && Math.abs(one.middle.y - other.middle.y) * 2 < one.height + other.height;
}

// Markers that would lie over each other are one: the lower could not be pressed.
function groups(map) {
  const apart = [];
  for (const item of items) {
    let here = [item];
    for (let met; (met = apart.findIndex((each) => overlap(each, together(map, here)))) >= 0;) {
      here = [...apart.splice(met, 1)[0].here, ...here];
    }
    apart.push(together(map, here));
  }
  return apart;
}

function popupOf(here) {
  const list = document.createElement("ul");
  for (const { link, number } of here) {
    const line = document.createElement("li");
    line.append(`${number}. `, link.cloneNode(true));
    list.append(line);
  }
  return list;
}

function showMarkers(map, layer) {
  const hadFocus = document.activeElement.matches(".street-marker");
  layer.clearLayers();
  for (const { here, text, middle } of groups(map)) {
    const icon = L.divIcon({ className: "street-marker", html: text, iconSize: null });
    const marker = L.marker(map.unproject(middle), { icon }).bindPopup(popupOf(here), { maxWidth: 200, maxHeight: 200 });
    marker.addTo(layer).getElement().setAttribute(
      "aria-label", here.map(({ number, link }) => `${number}. ${link.textContent}`).join("; "),
    );
  }
  if (hadFocus) box.focus();
}

function open() {
  document.querySelector("[data-street-map-intro]").hidden = true;
  box.hidden = false;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    scrollWheelZoom: false, zoomControl: false, zoomAnimation: !still, fadeAnimation: !still,
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ position: "bottomleft", zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  L.tileLayer(box.dataset.tiles, {
    attribution: box.dataset.source, minZoom: 6, maxZoom: 19, alt: "",
  }).addTo(map);
  map.fitBounds(items.map(({ point }) => point), { padding: [30, 30], maxZoom: 14 });
  const layer = L.layerGroup().addTo(map);
  showMarkers(map, layer);
  map.on("zoomend", () => showMarkers(map, layer));
  map.on("popupopen", ({ popup }) => {
    popup.getElement().querySelector(".leaflet-popup-close-button")
      .setAttribute("aria-label", box.dataset.close);
  });
  box.focus();
}

if (L && items.length) {
  document.querySelector("[data-street-map-without]").hidden = true;
  button.hidden = false;
  button.addEventListener("click", open);
}
