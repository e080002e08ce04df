/* global document */
import { bodyExample, exampleOf, fieldsOf, noteOf, resolve, typeOf } from './schema.js';
import { tryForm } from './try.js';

/** An element with attributes and children. Text stays text: nothing from a document is ever read as HTML. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function operationCard(entry, components) {
  const { id, method, path, operation } = entry;
  const locked = operation.security?.length > 0;
  const card = el(
    'details',
    { class: 'operation', id },
    el(
      'summary',
      {},
      el('span', { class: `method ${method}` }, method),
      el('span', { class: 'path' }, path),
      el('span', { class: 'what' }, operation.summary ?? ''),
      locked && el('span', { class: 'lock', title: 'needs an access token' }, 'signed in'),
    ),
  );
  // hundreds of operations: each is drawn when it is first opened
  card.addEventListener('toggle', () => {
    if (card.open && card.childElementCount === 1) card.append(detail(entry, components));
  });
  return card;
}

function detail(entry, components) {
  const { operation } = entry;
  return el(
    'div',
    { class: 'detail' },
    operation.description && el('p', {}, operation.description),
    parameterTable(operation.parameters ?? [], components),
    body(operation, components),
    replies(operation, components),
    tryForm(entry, components, el),
  );
}

function table(heads, rows) {
  return el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', {}, head)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map((cells) =>
        el(
          'tr',
          {},
          cells.map((cell) => el('td', {}, cell)),
        ),
      ),
    ),
  );
}

const nameCell = (name, required) => [el('code', {}, name), required ? el('span', { class: 'need' }, ' *') : ''];

function parameterTable(parameters, components) {
  if (parameters.length === 0) return null;
  const rows = parameters.map((one) => [
    el('span', {}, ...nameCell(one.name, one.required)),
    one.in,
    typeOf(one.schema ?? {}, components),
    [one.description, noteOf(resolve(one.schema ?? {}, components))].filter(Boolean).join('. '),
  ]);
  return el('div', {}, el('h3', {}, 'Parameters'), table(['Name', 'In', 'Type', 'Notes'], rows));
}

function fieldTable(schema, components) {
  const rows = fieldsOf(schema, components).map((row) => [
    el('span', {}, ...nameCell(row.name, row.required)),
    row.type,
    row.note,
  ]);
  return rows.length > 0 ? table(['Field', 'Type', 'Notes'], rows) : null;
}

const pretty = (value) => el('pre', {}, JSON.stringify(value, null, 2));

function body(operation, components) {
  const example = bodyExample(operation, components);
  if (!example) return null;
  return el(
    'div',
    {},
    el('h3', {}, `Body (${example.type})`),
    fieldTable(example.schema, components),
    pretty(example.value),
  );
}

function replies(operation, components) {
  const rows = Object.entries(operation.responses ?? {}).map(([status, reply]) => {
    const [type, content] = Object.entries(reply.content ?? {})[0] ?? [];
    const example = content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
    const shown =
      example ?? (status.startsWith('2') && type?.includes('json') ? exampleOf(content.schema, components) : undefined);
    return [
      el('span', { class: status.startsWith('2') ? 'ok' : 'bad' }, status),
      el('div', {}, reply.description ?? '', type ? ` · ${type}` : '', shown !== undefined ? pretty(shown) : ''),
    ];
  });
  return el('div', {}, el('h3', {}, 'Replies'), table(['Status', 'What'], rows));
}
