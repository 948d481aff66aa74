// A backtest's page shows what came of it as soon as it is over.
(() => {
  "use strict";
  const state = () => document.getElementById("progress").dataset.state;
  const running = () => state() === "WAITING" || state() === "RUNNING";
  if (!running()) {
    return;
  }
  document.body.addEventListener("htmx:afterSettle", () => {
    if (!running()) {
      location.reload();
    }
  });
})();
