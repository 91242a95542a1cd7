// SPDX-License-Identifier: EUPL-1.2
// Lets the browser make or show a passkey and puts its answer into the form, which then goes the usual way.
// Bytes travel as base64url text; where this script cannot run, the page offers another second step.
"use strict";

(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form) return;
  const button = form.querySelector("[data-passkey-button]");
  const told = form.querySelector("[data-passkey-told]");
  const options = JSON.parse(document.getElementById("passkey-options").textContent).publicKey;

  const tell = (words) => {
    told.textContent = words;
    told.hidden = false;
  };

  const bytes = (text) => {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };

  const text = (buffer) => {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };

  const named = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const make = () => {
    const user = { ...options.user, id: bytes(options.user.id) };
    const excludeCredentials = named(options.excludeCredentials);
    const publicKey = { ...options, user, challenge: bytes(options.challenge), excludeCredentials };
    return navigator.credentials.create({ publicKey });
  };

  const show = () => {
    const allowCredentials = named(options.allowCredentials);
    return navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials } });
  };

  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

  const written = (credential) => {
    const given = parts.filter((part) => credential.response[part]);
    const response = Object.fromEntries(given.map((part) => [part, text(credential.response[part])]));
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response });
  };

  const send = async (event) => {
    event.preventDefault();
    told.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = written(await (form.dataset.passkey === "make" ? make() : show()));
      form.submit();
    } catch {
      tell(form.dataset.failed);
      button.disabled = false;
    }
  };

  if (!window.PublicKeyCredential) {
    tell(form.dataset.unable);
    return;
  }
  button.disabled = false;
  form.addEventListener("submit", send);
})();
