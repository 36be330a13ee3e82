// The browser's part of a passkey. The forms are whole on the server's side; what they lack is the credential.
const { webauthnJSON } = window;

const given = () => JSON.parse(document.getElementById("passkey-options").textContent);

const CREDENTIALS = {
  // A passkey that is enough to sign in with lies on the device and asks for a finger, a face or a PIN.
  create() {
    const options = given().creation_options;
    Object.assign(options.publicKey.authenticatorSelection, {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    });
    return webauthnJSON.create(options);
  },
  get: () => webauthnJSON.get(given().request_options),
  async login(form) {
    const response = await fetch(form.action, { headers: { Accept: "application/json" } });
    return webauthnJSON.get((await response.json()).request_options);
  },
};

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  form.hidden = !window.PublicKeyCredential;
  const failed = form.querySelector("[data-failed]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await CREDENTIALS[form.dataset.passkey](form));
    } catch {
      failed.hidden = false;
      return;
    }
    form.submit();
  });
});
