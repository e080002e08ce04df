/* global document, fetch, performance, crypto, URLSearchParams */
import { bodyExample } from './schema.js';

/** A form that sends the operation to this gateway and shows the reply whole. */
export function tryForm({ method, path, operation }, components, el) {
  const parameters = (operation.parameters ?? []).filter((one) => one.in !== 'cookie');
  const inputs = parameters.map((one) => {
    const input = el('input', { autocomplete: 'off', placeholder: one.schema?.default ?? '' });
    if (one.name === 'Idempotency-Key') input.value = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    return { one, input };
  });
  const example = bodyExample(operation, components);
  const body = example && el('textarea', { spellcheck: 'false' });
  if (body) body.value = JSON.stringify(example.value, null, 2);
  const send = el('button', { type: 'submit' }, 'Send');
  const state = el('span', { class: 'quiet' });
  const reply = el('div');
  const form = el(
    'form',
    { class: 'try' },
    inputs.length > 0 &&
      el(
        'div',
        { class: 'fields' },
        inputs.map(({ one, input }) => el('label', {}, `${one.name} (${one.in})`, input)),
      ),
    body && el('label', {}, 'Body', body),
    el('div', { class: 'row' }, send, state),
    reply,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    await run({ method, path, inputs, body, type: example?.type }, { state, reply, el });
    send.disabled = false;
  });
  return form;
}

function requestOf({ method, path, inputs, body, type }) {
  const token = document.getElementById('token').value.trim();
  const headers = token ? { authorization: token.startsWith('Bearer ') ? token : `Bearer ${token}` } : {};
  const query = new URLSearchParams();
  let url = path;
  for (const { one, input } of inputs) {
    if (input.value === '') continue;
    if (one.in === 'path') url = url.replace(`{${one.name}}`, encodeURIComponent(input.value));
    else if (one.in === 'header') headers[one.name] = input.value;
    else query.set(one.name, input.value);
  }
  if (body) headers['content-type'] = type;
  const search = query.toString();
  return { url: search ? `${url}?${search}` : url, init: { method: method.toUpperCase(), headers, body: body?.value } };
}

async function run(call, { state, reply, el }) {
  const { url, init } = requestOf(call);
  const started = performance.now();
  state.textContent = 'sending…';
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    const took = Math.round(performance.now() - started);
    state.textContent = '';
    state.append(
      el('span', { class: response.ok ? 'ok' : 'bad' }, `${response.status} ${response.statusText}`),
      ` in ${took} ms`,
    );
    reply.replaceChildren(el('pre', {}, headersOf(response)), el('pre', {}, pretty(text)));
    offerToken(text);
  } catch (error) {
    state.textContent = `could not be sent: ${error.message}`;
  }
}

function headersOf(response) {
  return [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text || '(empty)';
  }
}

/** After a sign-in the token goes into the field at the top, so that the next call is signed in. */
function offerToken(text) {
  try {
    const body = JSON.parse(text);
    const token = body.accessToken ?? body.token ?? body.data?.token;
    if (typeof token === 'string') document.getElementById('token').value = token;
  } catch {
    // not JSON, so there is no token in it
  }
}
