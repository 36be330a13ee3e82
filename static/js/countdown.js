// The seconds until a new code can be sent run down; nothing waits for this, the server counts for itself.
const line = document.querySelector("[data-countdown]");
const seconds = line?.querySelector("[data-seconds]");
const end = Date.now() + Number(seconds?.textContent) * 1000;

const tick = () => {
  const left = Math.ceil((end - Date.now()) / 1000);
  line.hidden = left <= 0;
  seconds.textContent = Math.max(left, 0);
  if (left > 0) setTimeout(tick, 250);
};
if (line) tick();
