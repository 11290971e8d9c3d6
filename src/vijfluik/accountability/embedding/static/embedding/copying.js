/* Copies a paragraph in both forms at once: with links for a letter, and as text for a report.
 * Without script both stand on the page to be selected. */
(() => {
  "use strict";

  const select = (field) => {
    field.focus();
    field.select();
  };

  const copied = async (rich, field) => {
    const html = rich.innerHTML.trim();
    const text = field.value;
    if (!navigator.clipboard) return false;
    try {
      if (window.ClipboardItem && navigator.clipboard.write) {
        await navigator.clipboard.write([
          new ClipboardItem({
            "text/html": new Blob([html], { type: "text/html" }),
            "text/plain": new Blob([text], { type: "text/plain" }),
          }),
        ]);
      } else {
        await navigator.clipboard.writeText(text);
      }
      return true;
    } catch {
      return false;
    }
  };

  document.querySelectorAll("[data-copying]").forEach((row) => {
    row.hidden = false;
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const rich = document.getElementById(`alinea-${button.dataset.copy}`);
    const field = document.getElementById(`tekst-${button.dataset.copy}`);
    const done = await copied(rich, field);
    if (!done) select(field);
    const status = button.parentElement.querySelector("[role=status]");
    status.textContent = done ? button.dataset.copied : button.dataset.selected;
  });
})();
