// The live list: rows of new alerts slide in at the top; a row that is there already is replaced.
(() => {
  "use strict";
  const body = document.getElementById("alerts");
  if (!body || body.dataset.live !== "true") {
    return;
  }
  const LONGEST = 200;
  const state = document.getElementById("live-state");
  const hidden = document.getElementById("live-hidden");
  const count = document.getElementById("live-hidden-count");
  const hiddenIds = new Set();
  const stream = new EventSource("/alerts/live" + location.search);
  // After a gap, rows may be missing that nobody will send again.
  const back = document.getElementById("live-back");
  let gap = false;
  stream.onopen = () => { state.textContent = state.dataset.on; back.hidden = !gap; };
  stream.onerror = () => { state.textContent = state.dataset.off; gap = true; };
  stream.addEventListener("health", (event) => {
    const away = event.data.split(" ");
    for (const server of ["elasticsearch", "kafka"]) {
      document.getElementById("away-" + server).hidden = !away.includes(server);
    }
    gap = gap || away.includes("kafka");
    back.hidden = !gap || away.includes("kafka");
  });
  stream.addEventListener("alert", (event) => {
    const template = document.createElement("template");
    template.innerHTML = event.data;
    const row = template.content.querySelector("tr");
    const known = document.getElementById(row.id);
    if (known) {
      known.replaceWith(row);
      return;
    }
    body.prepend(row);
    while (body.rows.length > LONGEST) {
      body.deleteRow(-1);
    }
  });
  stream.addEventListener("hidden", (event) => {
    const row = document.getElementById("alert-" + event.data);
    if (row) {
      row.remove();
    }
    hiddenIds.add(event.data);
    count.textContent = String(hiddenIds.size);
    hidden.hidden = false;
  });
})();
