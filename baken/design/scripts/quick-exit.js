// SPDX-License-Identifier: EUPL-1.2
// Leave at once: by the button, or by pressing Shift three times. The page is hidden first and
// replaced, so that the way back does not lead here. Without this script the button is a link.
(() => {
  const exit = document.querySelector("[data-quick-exit]");
  if (!exit) return;
  const heard = document.querySelector("[data-quick-exit-heard]");
  const patience = 5000;
  let presses = 0;
  let forget;

  const leave = () => {
    document.documentElement.classList.add("leaving");
    document.title = exit.dataset.neutralTitle;
    window.location.replace(exit.href);
  };

  const count = () => {
    presses += 1;
    clearTimeout(forget);
    forget = setTimeout(() => { presses = 0; heard.textContent = ""; }, patience);
    if (presses === 3) leave();
    else heard.textContent = heard.dataset[presses === 1 ? "twice" : "once"];
  };

  exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Shift" && !event.repeat) count(); else presses = 0; });
  // A page brought back from memory must not stay hidden.
  window.addEventListener("pageshow", (event) => { if (event.persisted) document.documentElement.classList.remove("leaving"); });
})();
