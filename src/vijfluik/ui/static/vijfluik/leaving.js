/* What stands on screen goes when the visit is over: in all tabs when one of them signs out, and after
 * so long without a request, also without a connection. That it is about to end, app.js says. */
(() => {
  "use strict";

  const over = document.getElementById("bezoek-voorbij");
  if (!over) return;
  const after = Number(over.dataset.after) * 1000;
  const channel = new BroadcastChannel("vijfluik-bezoek");
  let last = Date.now();
  let watch = 0;

  const tell = () => {
    last = Date.now();
    channel.postMessage("used");
  };
  const gone = () => {
    clearInterval(watch);
    document.title = "Vijfluik";
    const page = document.createElement("main");
    const title = document.createElement("h1");
    page.className = "vijfluik-page";
    title.textContent = over.dataset.title;
    title.tabIndex = -1;
    page.append(title, over.content.cloneNode(true));
    document.body.replaceChildren(page);
    title.focus();
  };
  const look = () => {
    if (after > 0 && Date.now() - last >= after) gone();
  };

  channel.addEventListener("message", (event) => {
    if (event.data === "left") gone();
    else last = Date.now();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-signs-out]")) channel.postMessage("left");
  });
  document.addEventListener("htmx:afterRequest", tell);
  document.querySelector("[data-visit-after]")?.addEventListener("close", tell);
  document.addEventListener("visibilitychange", look);
  if (after > 0) watch = setInterval(look, 5000);
  tell();
})();
