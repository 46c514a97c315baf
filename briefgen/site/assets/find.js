// The search page: words go to Pagefind, filters without words to our own small data. Nothing is ever
// put into the page as markup: every word becomes a text node.

const form = document.getElementById("bg-find");
const root = new URL(form.dataset.root, document.baseURI);
const words = form.elements.namedItem("q");
const [main, ...others] = form.dataset.indexes.split(" "); // folders of text indexes, that with the engine first
const status = document.getElementById("bg-find-status");
const list = document.getElementById("bg-find-results");
const more = document.getElementById("bg-find-more");
const selects = [...form.querySelectorAll("select")];
const AT_ONCE = 20;
const FOUND_AT_ONCE = 12; // each comes with a file of its own
const AT_FIRST = 3; // shown as soon as they are there: the others are still on their way
const PAUSE = 120;

let facets = null;
let facetsComing = null;
let pagefind = null;
let pages = null;
let turn = 0;
let pending = { rows: [], render: null, shown: 0 };
const parts = new Map();

const json = async (path) => {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

function numbers(steps) {
  let last = 0;
  return steps.map((step) => (last += step));
}

function loadFacets() {
  facetsComing ??= readFacets();
  return facetsComing;
}

async function readFacets() {
  const data = await json("find/facets.json");
  facets = { count: data.count, part: data.part, postings: new Map() };
  for (const facet of data.facets) {
    const select = form.elements.namedItem(facet.name);
    if (!select) continue;
    for (const [value, steps] of facet.values) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = `${value} (${steps.length})`;
      select.append(option);
      facets.postings.set(`${facet.name}\n${value}`, steps);
    }
  }
  return facets;
}

// Says of a brief's number whether all chosen filters hold.
function narrowed(filters) {
  const sets = filters.map(([name, value]) => new Set(numbers(facets.postings.get(`${name}\n${value}`) ?? [])));
  return (number) => sets.every((set) => set.has(number));
}

async function startPagefind() {
  const engine = await import(new URL(`${main}pagefind.js`, root).href);
  const options = { baseUrl: root.pathname, excerptLength: 28 };
  // Without its worker: one file less to fetch, and the search takes some milliseconds only.
  await engine.options({ ...options, noWorker: true });
  await engine.init();
  await Promise.all(others.map((folder) => engine.mergeIndex(new URL(folder, root).pathname, options)));
  return engine;
}

// The ids by which results name briefs, as facets number them: newest first, while the indexes begin with the oldest.
async function readPages() {
  const ids = (await Promise.all([main, ...others].map((folder) => json(`${folder}briefs.json`)))).flat();
  return new Map(ids.reverse().map((id, number) => [id, number]));
}

// Whoever calls first starts it; where that failed, the next one tries again.
function loadPagefind() {
  pagefind ??= startPagefind().catch((error) => {
    pagefind = null;
    throw error;
  });
  return pagefind;
}

// Leaves out words that nearly every page has, where others are left: each would fetch a part of every index.
const COMMON = new Set("a an and are as at be by for from in is it of on or that the to was were with".split(" "));
function telling(text) {
  if (text.includes('"')) return text; // the very words are wanted
  const left = text.split(/\s+/).filter((word) => !COMMON.has(word.toLowerCase()));
  return left.length ? left.join(" ") : text;
}

function chosen() {
  return selects.filter((select) => select.value).map((select) => [select.name, select.value]);
}

async function row(number) {
  const part = Math.floor(number / facets.part);
  if (!parts.has(part)) parts.set(part, json(`find/briefs-${part}.json`));
  const [id, title, line] = (await parts.get(part))[number % facets.part];
  return { url: new URL(`briefs/${encodeURIComponent(id)}/`, root).href, title, line, pieces: [] };
}

// Pagefind marks found words with <mark> in text whose five special characters it has escaped.
function pieces(excerpt) {
  const plain = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const marked = piece.startsWith("<mark>");
    const text = (marked ? piece.slice(6, -7) : piece).replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (e) => plain[e]);
    return { marked, text };
  });
}

function item({ url, title, line, pieces: found }) {
  const li = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  const heading = document.createElement("h3");
  heading.append(link);
  li.append(heading);
  if (line) {
    const small = document.createElement("p");
    small.className = "bg-small";
    small.textContent = line;
    li.append(small);
  }
  if (found.length) {
    const text = document.createElement("p");
    for (const { marked, text: words } of found) {
      const node = marked ? document.createElement("mark") : document.createTextNode(words);
      if (marked) node.textContent = words;
      text.append(node);
    }
    li.append(text);
  }
  return li;
}

async function show(mine) {
  const next = pending.rows.slice(pending.shown, pending.shown + (pending.render === row ? AT_ONCE : FOUND_AT_ONCE));
  pending.shown += next.length;
  more.hidden = true;
  const coming = next.map(pending.render);
  const others = Promise.all(coming.slice(AT_FIRST));
  others.catch(() => {}); // told of below, unless the first ones failed already
  let first = null;
  for (const batch of [Promise.all(coming.slice(0, AT_FIRST)), others]) {
    const items = (await batch).map(item);
    if (mine !== turn) return null;
    list.append(...items);
    first ??= items[0];
  }
  more.hidden = pending.shown >= pending.rows.length;
  return first;
}

function say(count) {
  const what = count === 1 ? "1 result" : `${count.toLocaleString("en")} results`;
  status.textContent = count ? what : "Nothing found. Try fewer words or another filter.";
}

function remember() {
  const query = new URLSearchParams();
  if (words.value.trim()) query.set("q", words.value.trim());
  for (const [name, value] of chosen()) query.set(name, value);
  const text = query.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
}

async function find() {
  const mine = ++turn;
  const text = words.value.trim();
  const filters = chosen();
  remember();
  let rows;
  let render;
  if (text) {
    const [engine] = await Promise.all([loadPagefind(), filters.length ? loadFacets() : null]);
    const answer = await engine.search(telling(text));
    rows = answer.results;
    if (filters.length) {
      pages ??= await readPages();
      const keeps = narrowed(filters);
      rows = rows.filter((result) => pages.has(result.id) && keeps(pages.get(result.id)));
    }
    render = async (result) => {
      const data = await result.data();
      return {
        url: new URL(data.url, root).href,
        title: data.meta.title || data.url,
        line: data.meta.line || "",
        pieces: pieces(data.excerpt),
      };
    };
  } else {
    await loadFacets();
    rows = Array.from({ length: facets.count }, (_, number) => number).filter(narrowed(filters));
    render = row;
  }
  if (mine !== turn) return;
  pending = { rows, render, shown: 0 };
  list.replaceChildren();
  say(rows.length);
  await show(mine);
}

function failed(error) {
  status.textContent = "The search could not be loaded. The lists of briefs, actors and topics work without it.";
  console.error(error);
}

const go = () => find().catch(failed);
let timer = 0;
words.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(go, PAUSE);
});
// The engine comes while the hand is on its way to the words; who only filters never fetches it.
for (const sign of ["pointerenter", "focus"]) {
  words.addEventListener(sign, () => loadPagefind().catch(failed), { once: true });
}
for (const select of selects) select.addEventListener("change", go);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  go();
});
form.addEventListener("reset", () => setTimeout(go));
more.addEventListener("click", async () => {
  const first = await show(turn);
  // The button may be gone: the reader goes on at the first of the new results.
  first?.querySelector("a").focus();
});

const asked = new URLSearchParams(location.search);
words.value = asked.get("q") ?? "";
form.hidden = false;
if (words.value) loadPagefind().catch(() => {});
loadFacets()
  .then(() => {
    for (const select of selects) {
      const value = asked.get(select.name);
      if (value && [...select.options].some((option) => option.value === value)) select.value = value;
    }
    return find();
  })
  .catch(failed);
