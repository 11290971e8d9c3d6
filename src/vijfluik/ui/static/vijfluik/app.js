/* What script adds, and nothing that a page needs: focus after a swap, shortcuts, that
 * something is at work, the name of a chosen file. Served as a file of our own: no inline script anywhere. */
(() => {
  "use strict";

  const SWITCH = "vijfluik-sneltoetsen";
  const HEADINGS = "h1, h2, h3, caption";
  let focusBeforeSwap = "";
  let waitingForSecondKey = 0;

  /* Focus is never lost: after a swap it stands on the element with the same id, or on the
   * heading of what was swapped in. */
  document.addEventListener("htmx:beforeSwap", () => {
    focusBeforeSwap = document.activeElement?.id || "";
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const active = document.activeElement;
    if (active && active !== document.body && active.isConnected) return;
    const same = focusBeforeSwap && document.getElementById(focusBeforeSwap);
    if (same) {
      same.focus();
      return;
    }
    const swapped = document.getElementById(event.detail.target?.id || "") || event.detail.elt;
    const place = swapped?.querySelector(HEADINGS) || swapped || document.getElementById("kop");
    if (!place) return;
    if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus();
  });

  /* A form sent after "Naar de inhoud" comes back to that same place of the page, and a browser
   * then leaves autofocus out: what is wrong goes first. */
  window.addEventListener("load", () => {
    if (location.hash) document.getElementById("foutoverzicht")?.focus();
  });

  /* Shortcuts can be switched off (WCAG 2.1.4); the choice stays in this browser. */
  const stored = () => {
    try {
      return localStorage.getItem(SWITCH);
    } catch {
      return null;
    }
  };
  const dialog = () => document.getElementById("sneltoetsen");
  const openDialog = () => {
    if (dialog() && !dialog().open) dialog().showModal();
  };

  document.querySelectorAll("[data-shortcuts-switch]").forEach((box) => {
    box.checked = stored() !== "uit";
    box.addEventListener("change", () => {
      try {
        localStorage.setItem(SWITCH, box.checked ? "aan" : "uit");
      } catch {
        /* Without storage the choice holds for no longer than this page. */
      }
    });
  });

  const typing = (element) =>
    element?.closest("input, textarea, select, [contenteditable], dialog[open], [popover]:popover-open");

  document.addEventListener("keydown", (event) => {
    const box = document.querySelector("[data-shortcuts-switch]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target) || (box && !box.checked)) return;
    const second = Date.now() - waitingForSecondKey < 1500;
    waitingForSecondKey = 0;
    if (second) {
      const link = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        link.click();
      }
    } else if (event.key === "/") {
      const search = document.querySelector("[data-search]");
      const page = document.querySelector("[data-search-page]");
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      } else if (page) {
        event.preventDefault();
        page.click();
      }
    } else if (event.key === "?") {
      event.preventDefault();
      openDialog();
    } else if (event.key === "g") {
      waitingForSecondKey = Date.now();
    }
  });

  /* Browsers without command/commandfor. */
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open-shortcuts]") && !("commandForElement" in HTMLButtonElement.prototype)) {
      openDialog();
    }
  });

  /* An act of more than a second shows that it is at work, and is not sent twice. A page that comes
   * back from the history of the browser is as it was before. */
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-busy]");
    const busy = form?.querySelector(".vijfluik-busy");
    if (!busy) return;
    if (form.dataset.busy === "sent") {
      event.preventDefault();
      return;
    }
    form.dataset.busy = "sent";
    busy.classList.add("htmx-request");
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-busy]").forEach((form) => {
      form.dataset.busy = "";
      form.querySelector(".vijfluik-busy")?.classList.remove("htmx-request");
    });
  });

  /* A visit that is about to end for want of a request says so, in time to go on with it. What is
   * asked in another window of the same visit is not known here: going on does no harm. */
  const ends = document.querySelector("[data-visit-after]");
  let toEnd = 0;
  const waitForEnd = () => {
    clearTimeout(toEnd);
    toEnd = setTimeout(() => ends.showModal(), ends.dataset.visitAfter * 1000);
  };
  if (ends) {
    waitForEnd();
    document.addEventListener("htmx:afterRequest", waitForEnd);
    ends.addEventListener("close", async () => {
      const { "X-CSRFToken": token } = JSON.parse(document.body.getAttribute("hx-headers"));
      try {
        await fetch(ends.dataset.visitUrl, { method: "POST", headers: { "X-CSRFToken": token } });
      } finally {
        waitForEnd();
      }
    });
  }

  document.addEventListener("change", (event) => {
    const input = event.target.closest?.("[data-file-echo]");
    if (!input) return;
    const place = document.getElementById(input.dataset.fileEcho);
    if (place) place.textContent = [...input.files].map((file) => file.name).join(", ");
  });
})();
