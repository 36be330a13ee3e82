// The hours grid, enhanced: hours are read and added up as on the server, in its words.
const find = (name, root = document) => root.querySelector(name), all = (name, root = document) => [...root.querySelectorAll(name)];
const { limits, words, days, said } = JSON.parse(find("#told").textContent);
const form = find("#hours"), spoken = find("#spoken");

// Minutes, or the name of the refusal (hours_cases.json).
export const read = (text) => {
  let plain = text.replace(/[\u200b-\u200f\u061c\u2060\ufeff]/g, "").replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15).trim();
  if (/^[-\u2010-\u2014\u2212]?$/.test(plain)) return 0;
  const scripts = new Set(text.match(/[\d٠-٩۰-۹]/g)?.map((digit) => digit.charCodeAt() >> 4));
  if (scripts.size > 1 || /,\d{3,}$/.test(plain)) return "value";
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(plain);
  if (clock) return clock[1] * 60 + +clock[2];
  if (/^\d{1,3}(\u066c\d{3})+(?=$|[.\u066b])/.test(plain)) plain = plain.replaceAll("\u066c", "");
  const [, sign, whole, places = ""] = /^(-?)(\d{0,6})(?:[.,\u066b\u060c](\d{0,6}))?$/.exec(plain) ?? [];
  if (!whole && !places) return "value";
  const scaled = (whole + places) * 60, scale = 10 ** places.length;
  return sign && scaled ? "value" : scaled % scale ? "step" : scaled / scale;
};

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 2 }), plural = new Intl.PluralRules(document.documentElement.lang);
const hours = (minutes) => numbers.format(minutes / 60);
const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
const counted = (forms, n, values) => fill(forms[n] ?? forms[plural.select(n)] ?? forms.other, values);
const put = (node, text) => node.textContent !== text && (node.textContent = text);
const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);

const cellOf = new Map(), worth = (cell) => (cell?.minutes > 0 ? cell.minutes : 0);
const rows = all("[data-person]").map((tr, at) => {
  const [first, shown = ""] = find("[type=hidden]", tr).value.split(":");
  const row = { at, tr, ...tr.dataset, cells: [] };
  row.list = all(".d input", tr).map((input) => {
    const day = +input.name.split("-")[2], saved = shown.split(",")[day - first], given = said[input.id];
    const cell = { input, day, row, given, problem: given, saved: +(saved || 0), minutes: read(input.value) };
    cellOf.set(input, (row.cells[day] = cell));
    return cell;
  });
  row.fixed = row.minutes - sum(row.list, worth);
  return row;
});
const every = [...cellOf.values()];
const foot = all("tfoot td"), page = foot.pop(), month = find("#month-minutes"), monthDays = find("#month-days");
const ofDay = (at) => sum(rows, ({ cells }) => worth(cells[at + 1])), fixed = foot.map((td, at) => read(td.textContent) - ofDay(at));

const daysIn = (row, minutes) => Math.floor((+row.brought + +minutes) / limits.unit);
const daysOf = (row) => {
  const n = daysIn(row, row.minutes), rest = (+row.brought + row.minutes) % limits.unit, whole = counted(words.days, n, { n });
  return rest ? fill(row.lapses ? words.lapsed : words.carried, { days: whole, hours: hours(rest) }) : n ? whole : "";
};
const recount = () => {
  const people = {};
  for (const cell of every) cell.minutes = read(cell.input.value);
  for (const row of rows) {
    row.minutes = row.fixed + sum(row.list, worth);
    people[row.person] = (people[row.person] ?? +row.personStored) + row.minutes - row.stored;
  }
  for (const row of rows) show(row, people[row.person]);
  foot.forEach((td, at) => put(td, hours(fixed[at] + ofDay(at)).replace(/^0$/, "")));
  put(find("bdi", page), hours(sum(rows, (row) => row.minutes)));
  put(month.firstChild, hours(+month.dataset.minutes + sum(rows, (row) => row.minutes - row.stored)));
  if (monthDays) put(monthDays.firstChild, `${+monthDays.dataset.days + sum(rows, (row) => daysIn(row, row.minutes) - daysIn(row, row.stored))}`);
  document.body.classList.toggle("is-dirty", every.some(({ minutes, saved }) => minutes !== saved));
};

// A problem is said when its cell or row is left, and goes once it is put right.
const judge = ({ input: { value, defaultValue }, minutes, saved, given }) => {
  if (given && value === defaultValue) return given;
  if (words[minutes]) return fill(words[minutes], { value: value.trim().replace(/^(.{20}).+/s, "$1…") });
  if (minutes <= Math.max(saved, limits.day)) return minutes !== saved && minutes % limits.step ? words.step : "";
  const problem = fill(words.day, { entered: hours(minutes) }), meant = minutes / 10;
  return meant % limits.step || meant > limits.day ? problem : fill(words.slip, { problem, hours: hours(meant) });
};
const check = (cell) => {
  cell.minutes = read(cell.input.value);
  cell.problem = judge(cell);
};
const show = (row, minutes) => {
  const { tr, list } = row, line = tr.nextElementSibling, cell = line.firstElementChild, left = limits.month - minutes, isLeft = !tr.contains(document.activeElement);
  for (const each of list) each.problem && check(each);
  const most = hours(Math.max(0, limits.month - row.personStored));
  if (isLeft || row.over) row.over = left < 0 && minutes > row.personStored && fill(words.month, { total: hours(minutes), excess: hours(-left), left: most });
  if (isLeft || row.near) row.near = left >= 0 && left <= limits.near && counted(words.near, left % 60 ? 100 : left / 60, { left: hours(left) });
  const texts = list.flatMap(({ day, problem }) => (problem ? `${days[day - 1]}: ${problem}` : [])).concat(row.over || []);
  const isBad = texts.length || find("fieldset", line), css = isBad ? "is-bad" : row.near ? "is-near" : "";
  put(find(".tot bdi", tr), hours(row.minutes));
  put(find(".both", tr), minutes === row.minutes ? "" : fill(words.both, { hours: hours(minutes) }));
  put(find(".days", tr), isBad ? words.correct : row.brought ? daysOf(row) : row.minutes - row.stored ? words.after : "");
  find(".meter", tr).value = minutes;
  if (!isBad && row.near) texts.push(row.near);
  // The server's words stand until they change.
  const before = row.shown ?? css + texts;
  row.shown = css + texts;
  if (row.shown === before) return;
  cell.replaceChildren(...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })), ...all("fieldset", cell));
  line.className = `line ${(tr.className = css)}`;
  line.hidden = !css;
  for (const { input, problem } of list) {
    input.ariaInvalid = !!problem || null;
    problem ? input.setAttribute("aria-describedby", cell.id) : input.removeAttribute("aria-describedby");
  }
};

// Undo goes in steps: a cell, or a block.
const done = [], undone = [];
const note = (pairs) => {
  const step = pairs.filter(([cell, before, after]) => cell && before !== after);
  if (step.length) done.push(step), (undone.length = 0);
  return step;
};
const apply = (step, side) => {
  for (const [cell, ...texts] of step) {
    cell.input.value = cell.before = texts[side];
    check(cell);
  }
  form.dispatchEvent(new Event("input"));
};
const change = (pairs) => apply(note(pairs.map(([cell, text]) => [cell, cell?.input.value, text])), 1);
const turn = (from, to, side) => () => {
  const step = from.pop();
  if (!step) return;
  to.push(step);
  apply(step, side);
  go(step[0][0]);
};
const undo = turn(done, undone, 0), redo = turn(undone, done, 1);

// Marked: the focused cell to `end`.
const forth = document.dir === "rtl" ? -1 : 1, ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -forth], ArrowRight: [0, forth] };
let isInside, end, box, timer;
const next = ({ row: { at }, day }, [down, along]) => {
  do (at += down), (day += along);
  while (rows[at] && days[day - 1] && !rows[at].cells[day]);
  return rows[at]?.cells[day];
};
const mark = (cell, to = cell) => {
  end = to;
  const along = days.map((_, at) => at + 1).filter((day) => (day - cell.day) * (day - to.day) <= 0);
  box = rows.filter(({ at }) => (at - cell.row.at) * (at - to.row.at) <= 0).map(({ cells }) => along.map((day) => cells[day]));
  every.forEach((each) => each.input.parentNode.classList.toggle("sel", to !== cell && box.flat().includes(each)));
};
const go = (cell) => cell?.input.focus();
const enter = (cell) => {
  cell.before = cell.input.value;
  isInside = false;
  mark(cell);
  cell.input.select();
};
const copyDown = () => {
  const source = (cell, along) => (box[1] ? box[0][along] : cell && next(cell, ARROWS.ArrowUp)) ?? cell;
  change(box.flatMap((row) => row.map((cell, along) => [cell, source(cell, along)?.input.value])));
};
const commandOf = ({ key, code, shiftKey, ctrlKey, metaKey }, cell) => {
  const { input, row, before } = cell, { selectionStart: from, selectionEnd: to, value } = input, control = ctrlKey || metaKey;
  const list = control ? every : row.list, ends = { Home: () => go(list[0]), End: () => go(list.at(-1)) };
  if (control) {
    const z = value === before && (shiftKey ? redo : undo);
    const commands = { ...ends, ArrowDown: () => find("#dock [value=save]").focus(), d: copyDown, y: redo, z };
    // An Arabic letter means the Latin one on its key.
    return commands[key] ?? commands[(key < "\x7f" ? key : code.slice(3)).toLowerCase()];
  }
  const arrow = key === "Enter" ? [shiftKey ? -1 : 1, 0] : ARROWS[key], isEdge = from === to && from === (key === "ArrowLeft" ? 0 : value.length);
  if (key === "Escape") return () => (apply([[cell, before]], 0), enter(cell));
  if (key === "F2") return () => ((isInside = true), input.setSelectionRange(to, to));
  if (isInside && !arrow?.[0]) return;
  if (ARROWS[key] && shiftKey) return () => mark(cell, next(end, arrow) ?? end);
  if (arrow) return (arrow[0] || isEdge || to - from === value.length) && (() => go(next(cell, arrow)));
  if (/^(Delete|Backspace)$/.test(key)) return end !== cell && (() => change(box.flat().map((each) => [each, ""])));
  return ends[key];
};
const on = (type, act) => find(".grid").addEventListener(type, (event) => cellOf.has(event.target) && act(cellOf.get(event.target), event));
on("keydown", (cell, event) => {
  const command = !event.altKey && !event.isComposing && commandOf(event, cell);
  if (command) event.preventDefault(), command();
});
on("focusin", enter);
on("focusout", (cell) => {
  check(cell);
  const { input, before, minutes, problem } = cell;
  if (minutes > 0 && !problem) input.value = hours(minutes);
  note([[cell, before, input.value]]);
  setTimeout(recount);
});
on("mousedown", (cell, event) => {
  isInside = cell.input === document.activeElement;
  if (!isInside) event.preventDefault(), go(cell);
});
on("input", ({ row: { tr } }) => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const [name, total, whole] = [".name", ".tot bdi", ".days"].map((part) => find(part, tr).textContent);
    put(spoken, fill(words.totals, { name, hours: total, days: whole, month: month.textContent }));
  }, 1000);
});
form.oninput = recount;
on("copy", (cell, event) => {
  if (end === cell) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", box.map((row) => row.map((each) => each?.input.value).join("\t")).join("\n"));
});
on("paste", async (cell, event) => {
  const block = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(block.trimEnd())) return;
  event.preventDefault();
  const body = new URLSearchParams([...new FormData(form), ["do", "paste"], ["block", block], ["person", cell.input.name.split("-")[1]], ["day", cell.day]]);
  const answer = await fetch("", { method: "POST", body, headers: { Accept: "application/json" } }).then((got) => got.json()).catch(() => 0);
  find("#result").hidden = !answer;
  find("#offline").hidden = answer;
  if (!answer) return;
  change(Object.entries(answer.cells).map(([name, text]) => [cellOf.get(form[name]), text]));
  for (const node of [spoken, find("#result p")]) put(node, answer.said);
});

find(".by-script").hidden = false;
all("[data-undo]").forEach((button) => (button.onclick = undo));
note(all(".new input").map((input) => [cellOf.get(input), "", input.value]));
recount();
