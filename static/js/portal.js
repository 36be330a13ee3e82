// Small comforts; every page is whole without them.

// The error summary is read first.
document.querySelector("[data-focus]")?.focus();

// A link of the summary leads into the field, not only to it.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".errors a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    (field.matches("input, select, textarea, button, a, [tabindex]") ? field : field.querySelector("input, select, textarea") ?? field).focus();
  }
});

// A menu closes by Escape and by a click beside it.
const menus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    menus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
});
document.addEventListener("click", (event) => {
  menus().forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

// Printing is offered where it works.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// Two minutes before the session ends it is said, and one press keeps it, if it can be kept. The server alone knows how
// much is left, because another tab may have been used. At the end it keeps what was typed into a form with data-keep,
// and asks to sign in.
const ending = document.querySelector("dialog[data-session]");
if (ending) {
  const WARNING = 120;
  let timer;
  let stays = true;
  const wait = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(), seconds * 1000);
  };
  const leave = () => {
    const form = document.querySelector("form[data-keep]");
    const isChanged = (one) => one.matches("input:not([type=hidden])") && one.value !== one.defaultValue;
    const isTyped = form && (form.dataset.keep === "all" || [...form.elements].some(isChanged));
    if (!isTyped) return location.reload();
    const restore = Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: "restore" });
    form.append(restore);
    form.submit();
  };
  const show = ({ left, words, act, ...answer }) => {
    if (left <= 0) return leave();
    stays = answer.stays;
    if (left > WARNING) {
      ending.close();
      return wait(left - WARNING);
    }
    ending.querySelector("[role=status]").textContent = words;
    ending.querySelector("button").textContent = act;
    if (!ending.open) ending.showModal();
    wait(Math.min(left, left % 60 || 60));
  };
  const ask = (options) =>
    fetch(ending.dataset.session, options)
      .then((answer) => answer.json())
      .then(show)
      .catch(() => wait(30));
  ending.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!stays) return ending.close();
    ask({ method: "POST", body: new FormData(event.target) });
  });
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  wait(Math.max(0, ending.dataset.left - WARNING));
}
