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

// A button opens its dialog.
document.querySelectorAll("[data-opens]").forEach((button) => {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
});

// Printing is offered where it works.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// What is typed into a form with data-keep is not lost. The tab keeps it until it is saved or the person signs out, and
// offers it after a crash or a new sign-in; leaving the page asks first. `typed` is what differs from the page as it came,
// and what came unsaved.
const keeping = document.querySelector("form[data-keep]");
const typed = () =>
  [...(keeping?.elements ?? [])].filter(
    (one) => one.matches("input:not([type=hidden], [type=search], [type=radio])") && (one.value !== one.defaultValue || "unsaved" in one.dataset),
  );
if (keeping) {
  const { draft } = keeping.dataset;
  const note = document.getElementById("draft");
  const kept = JSON.parse(sessionStorage.getItem(draft) ?? "null");
  let isLeaving = false;
  // Of what was sent, the rows of another page are saved by now.
  const isLost = ([name, value]) => (keeping.elements[name] ? keeping.elements[name].value !== value : !kept.isSent);
  const lost = Object.fromEntries(Object.entries(kept?.values ?? {}).filter(isLost));
  let waiting = { ...lost };
  const keep = () => {
    const values = { ...waiting, ...Object.fromEntries(typed().map((one) => [one.name, one.value])) };
    if (!Object.keys(values).length) return sessionStorage.removeItem(draft);
    sessionStorage.setItem(draft, JSON.stringify({ values, at: Object.keys(waiting).length ? kept.at : Date.now(), isSent: isLeaving }));
  };
  const answer = ({ target: { value } }) => {
    if (!value) return;
    note.hidden = true;
    waiting = {};
    for (const [name, text] of value === "restore" ? Object.entries(lost) : []) {
      const field = keeping.elements[name];
      if (field) field.value = text;
      else waiting[name] = text;
    }
    keeping.dispatchEvent(new Event("input"));
  };
  if (Object.keys(lost).some((name) => keeping.elements[name])) {
    const time = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { hour: "numeric", minute: "2-digit" });
    note.querySelector("time").textContent = time.format(kept.at);
    note.hidden = false;
    note.addEventListener("click", answer);
  }
  keep();
  keeping.addEventListener("input", () => {
    isLeaving = false;
    keep();
  });
  keeping.addEventListener("submit", (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      document.getElementById("offline").hidden = false;
      return;
    }
    isLeaving = true;
    keep();
    document.body.classList.add("is-sending");
  });
  addEventListener("keydown", (event) => {
    const isS = event.key.toLowerCase() === "s" || (event.code === "KeyS" && !/^[a-z]$/i.test(event.key));
    const button = document.querySelector("[value=save]");
    if (!isS || !button || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    keeping.requestSubmit(button);
  });
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && typed().length) event.preventDefault();
  });
}
// Leaving a cell may shorten the page: the press that leaves it must still end on its button.
document.addEventListener("mousedown", (event) => event.target.closest(".dock button") && event.preventDefault());
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-forget]")) sessionStorage.clear();
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
    if (!typed().length) return location.reload();
    keeping.append(Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: "restore" }));
    keeping.noValidate = true;
    keeping.requestSubmit();
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
