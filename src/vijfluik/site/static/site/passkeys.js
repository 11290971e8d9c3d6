// Passkeys. The browser alone can ask a device for one; everything else works without this script.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) return;

  const token = (form) => form.querySelector("[name=csrfmiddlewaretoken]").value;

  const asked = async (address, form) => {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "X-CSRFToken": token(form) },
      redirect: "error",
    });
    if (!answer.ok) throw new Error("not asked");
    return (await answer.json()).publicKey;
  };

  const tell = (place, text) => {
    place.textContent = text;
  };

  for (const box of document.querySelectorAll("[data-passkey-ask]")) {
    const form = box.closest("form");
    const told = box.querySelector("[data-passkey-told]");
    box.hidden = false;
    box.querySelector("[data-passkey]").addEventListener("click", async () => {
      tell(told, "");
      try {
        const options = await asked(box.dataset.passkeyAsk, form);
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
        const found = await navigator.credentials.get({ publicKey });
        box.querySelector("[name=answer]").value = JSON.stringify(found.toJSON());
        form.submit();
      } catch (error) {
        tell(told, told.dataset.refused);
      }
    });
  }

  for (const form of document.querySelectorAll("[data-passkey-add]")) {
    const told = form.querySelector("[data-passkey-told]");
    form.addEventListener("submit", async (event) => {
      if (form.elements.answer.value || !form.elements.name.value.trim()) return;
      event.preventDefault();
      tell(told, "");
      try {
        const options = await asked(form.dataset.passkeyAdd, form);
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
        const made = await navigator.credentials.create({ publicKey });
        form.elements.answer.value = JSON.stringify(made.toJSON());
        form.submit();
      } catch (error) {
        tell(told, form.dataset.refused);
      }
    });
  }
})();
