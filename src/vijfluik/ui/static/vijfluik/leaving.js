/* What stands on screen goes when the visit is over: in all tabs when one of them signs out, and after
 * so long without a request, also without a connection. Two minutes before, it asks. */
(() => {
  "use strict";

  const frame = document.getElementById("sessie");
  if (!frame) return;
  const after = Number(frame.dataset.after) * 1000;
  const warned = Math.min(120_000, after / 2);
  const channel = new BroadcastChannel("vijfluik-sessie");
  let last = Date.now();

  const used = () => {
    last = Date.now();
    if (frame.open) frame.close();
  };
  const tell = () => {
    used();
    channel.postMessage("used");
  };
  const gone = () => {
    const told = document.getElementById("sessie-voorbij").content.cloneNode(true);
    document.title = "Vijfluik";
    document.body.replaceChildren(told);
    document.getElementById("kop").focus();
    clearInterval(watch);
  };
  const look = () => {
    const quiet = Date.now() - last;
    if (quiet >= after) gone();
    else if (quiet >= after - warned && !frame.open) frame.showModal();
  };

  channel.addEventListener("message", (event) => {
    if (event.data === "left") gone();
    else used();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-signs-out]")) channel.postMessage("left");
  });
  frame.addEventListener("close", async () => {
    if (frame.returnValue !== "stay") return;
    frame.returnValue = "";
    try {
      const token = JSON.parse(document.body.getAttribute("hx-headers"));
      const answer = await fetch(frame.dataset.stay, { method: "POST", headers: token, redirect: "error" });
      if (answer.status === 204) tell();
    } catch {
      /* Without a connection the visit is not kept, and the page says so in time. */
    }
  });

  const watch = after > 0 ? setInterval(look, 5000) : 0;
  document.addEventListener("htmx:afterRequest", tell);
  document.addEventListener("visibilitychange", () => {
    if (after > 0) look();
  });
  tell();
})();
