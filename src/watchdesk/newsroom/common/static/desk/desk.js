// Keys and highlights for the desk.  Every page works without this file.
"use strict";

document.documentElement.classList.add("js");

const stops = () => [...document.querySelectorAll("[data-walk] [data-walk-stop]")];

function walk(step) {
  const all = stops();
  const at = all.findIndex((stop) => stop === document.activeElement || stop.contains(document.activeElement));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(element) {
  if (element.tagName === "DETAILS") {
    element.open = !element.open;
    element.querySelector("select, input:not([type=hidden])")?.focus();
  } else if (element.matches("input, select")) {
    element.focus();
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    walk(event.key === "j" ? 1 : -1);
    return;
  }
  const key = CSS.escape(event.key);
  const here = document.activeElement?.closest("[data-walk] > li")?.querySelector(`[data-key-here="${key}"]`);
  const onControl = event.key === "Enter" && event.target.closest("a, button, summary");
  const anywhere = onControl ? null : document.querySelector(`[data-key="${key}"]`);
  const found = here ?? anywhere;
  if (found) {
    event.preventDefault();
    press(found);
  }
});

// The words of an event light up with its card, and the card with its words.
function light(name, on) {
  for (const mark of document.querySelectorAll(`mark[data-events~="${CSS.escape(name)}"]`)) {
    mark.classList.toggle("active", on);
  }
  document.getElementById(name)?.classList.toggle("active", on);
}

for (const card of document.querySelectorAll("[data-event]")) {
  const name = card.dataset.event;
  for (const [type, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    card.addEventListener(type, () => light(name, on));
  }
  card.addEventListener("focus", () => {
    const words = document.querySelector(`mark.part-trigger[data-events~="${CSS.escape(name)}"]`);
    words?.scrollIntoView({ block: "nearest" });
  });
}

for (const mark of document.querySelectorAll("mark[data-events]")) {
  const narrowest = mark.dataset.events.split(" ").at(-1);
  mark.addEventListener("click", () => document.getElementById(narrowest)?.focus());
}

for (const form of document.querySelectorAll("[data-submit-on-change]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// After a decision on an event the page comes back at its card: go on from there.
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
