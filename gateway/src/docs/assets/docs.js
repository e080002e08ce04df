/* global document, fetch, location, addEventListener */
import { el, operationCard } from './render.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const $ = (id) => document.getElementById(id);

function entriesOf(openapi) {
  return Object.entries(openapi.paths ?? {}).flatMap(([path, operations]) =>
    METHODS.filter((method) => operations[method]).map((method) => ({
      id: `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`,
      method,
      path,
      operation: operations[method],
      tag: operations[method].tags?.[0] ?? 'other',
    })),
  );
}

function draw(openapi, entries) {
  const groups = Map.groupBy(entries, ({ tag }) => tag);
  const sections = [...groups].map(([tag, ofTag]) =>
    el(
      'section',
      {},
      el('h2', {}, tag),
      ofTag.map((entry) => operationCard(entry, openapi.components)),
    ),
  );
  const links = [...groups].flatMap(([tag, ofTag]) => [
    el('h2', {}, tag),
    ...ofTag.map(({ id, method, path }) =>
      el(
        'a',
        { href: `#${id}`, title: `${method.toUpperCase()} ${path}` },
        el('span', { class: `method ${method}` }, method),
        el('span', {}, path),
      ),
    ),
  ]);
  $('nav').replaceChildren(...links);
  const intro = el('p', { class: 'intro' }, openapi.info?.description ?? '');
  const none = entries.length === 0 ? [el('p', { class: 'quiet' }, 'Nothing fits.')] : [];
  $('main').replaceChildren(el('h1', {}, openapi.info?.title ?? 'API'), intro, ...sections, ...none);
  openHash();
}

function matches({ method, path, operation, tag }, words) {
  const text = `${method} ${path} ${operation.summary ?? ''} ${tag}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function openHash() {
  const card = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!card) return;
  card.open = true;
  card.scrollIntoView();
}

let current = { openapi: {}, entries: [] };

function search() {
  const words = $('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  draw(
    current.openapi,
    current.entries.filter((entry) => matches(entry, words)),
  );
}

async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const openapi = await response.json();
  current = { openapi, entries: entriesOf(openapi) };
  $('raw').href = url;
  $('raw').textContent = url.slice(url.lastIndexOf('/') + 1);
  search();
}

async function begin() {
  try {
    const { data } = await (await fetch('/openapi/index.json')).json();
    $('documents').replaceChildren(...data.map(({ title, url }) => el('option', { value: url }, title)));
    await load(data[0].url);
  } catch (error) {
    $('main').replaceChildren(el('p', { class: 'bad' }, `The description could not be loaded: ${error.message}`));
  }
}

$('documents').addEventListener('change', (event) => void load(event.target.value));
$('search').addEventListener('input', search);
addEventListener('hashchange', openHash);
addEventListener('keydown', (event) => {
  if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
    event.preventDefault();
    $('search').focus();
  }
});
await begin();
