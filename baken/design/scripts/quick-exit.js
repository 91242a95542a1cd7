// SPDX-License-Identifier: EUPL-1.2
// Leave at once: by the button, or by pressing Shift three times. The page is hidden first and
// replaced, so that the way back does not lead here. Without this script the button is a link.
"use strict";

(() => {
  const exit = document.querySelector("[data-quick-exit]");
  const heard = document.querySelector("[data-quick-exit-heard]");
  if (!exit || !heard) return;
  const enough = 3;
  const patience = 5000;
  let presses = 0;
  let timer;

  const leave = () => {
    document.documentElement.classList.add("leaving");
    document.title = exit.dataset.neutralTitle;
    window.location.replace(exit.href);
  };

  const forget = () => {
    presses = 0;
    heard.textContent = "";
  };

  const count = () => {
    presses += 1;
    clearTimeout(timer);
    if (presses === enough) return leave();
    heard.textContent = presses === 1 ? heard.dataset.twice : heard.dataset.once;
    timer = setTimeout(forget, patience);
  };

  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") forget();
    else if (!event.repeat) count();
  });
  // A page brought back from memory must not stay hidden.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.documentElement.classList.remove("leaving");
  });
})();
