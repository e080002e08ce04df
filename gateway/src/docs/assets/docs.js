/* global document, fetch, location, matchMedia, customElements, CSSStyleSheet, MutationObserver */

const COLOURS = {
  theme: 'light',
  'bg-color': '#ffffff',
  'text-color': '#1d2430',
  'primary-color': '#0b5cad',
  'nav-bg-color': '#f5f7fa',
  'nav-text-color': '#1d2430',
  'nav-hover-text-color': '#0b5cad',
};
/** A phone has no room for a list of operations beside them: there they fold out in place. */
const NARROW = matchMedia('(max-width: 900px)').matches;

/** The element's own colours are too pale to read: dark enough for a contrast of 4.5. */
const INK = new CSSStyleSheet();
INK.replaceSync(`* {
  --red: #b3261e !important; --light-red: #fbe9e7 !important;
  --green: #3d6a00 !important; --blue: #0b5cad !important;
  --orange: #8a4b00 !important; --yellow: #6b5900 !important; --purple: #6a3aa8 !important; --pink: #a3195b !important;
  --light-fg: #4a5565 !important; --placeholder-color: #5b6675 !important; --code-property-color: #0b5cad !important;
  --nav-get-color: #0b5cad !important; --nav-post-color: #3d6a00 !important; --nav-put-color: #8a4b00 !important;
  --nav-delete-color: #b3261e !important; --nav-head-color: #6a3aa8 !important;
}`);

/** Gives what the element leaves without a name one, and readable colours, also to what it draws later. */
function mend(root) {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((sheet) => sheet !== INK), INK];
  for (const field of root.querySelectorAll('select, textarea, input, nav')) {
    if (field.getAttribute('aria-label') || field.labels?.length) continue;
    const { pname, ptype } = field.dataset;
    const name =
      pname ??
      ptype ??
      (field.matches('nav.nav-scroll') ? 'Operations' : field.className.split(' ', 1)[0] || field.localName);
    field.setAttribute('aria-label', name);
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) watch(shadowRoot);
}

const watched = new WeakSet();
function watch(root) {
  if (!watched.has(root)) new MutationObserver(() => mend(root)).observe(root, { childList: true, subtree: true });
  watched.add(root);
  mend(root);
}

const nameOf = (url) => /^\/openapi\/(.+)\.json$/.exec(url)?.[1] ?? '';

function show({ title, url }) {
  const name = nameOf(url);
  const page = document.createElement('rapi-doc');
  const attributes = {
    ...COLOURS,
    'spec-url': `/docs/documents/${name || 'v1'}.json`,
    'render-style': NARROW ? 'view' : 'focused',
    'show-header': 'false',
    'load-fonts': 'false',
    'allow-server-selection': 'false',
    'allow-spec-url-load': 'false',
    'allow-spec-file-load': 'false',
    'use-path-in-nav-bar': 'true',
    'show-method-in-nav-bar': 'as-colored-text',
    'persist-auth': 'true',
    'schema-style': 'table',
    'regular-font': 'system-ui, sans-serif',
    'mono-font': 'ui-monospace, monospace',
  };
  for (const [attribute, value] of Object.entries(attributes)) page.setAttribute(attribute, value);
  document.getElementById('page').replaceChildren(page);
  void customElements
    .whenDefined('rapi-doc')
    .then(() => page.updateComplete)
    .then(() => watch(page.shadowRoot));
  document.getElementById('raw').href = url;
  document.title = `${title} API`;
}

const { data } = await (await fetch('/openapi/index.json')).json();
const [, asked = ''] = /^\/docs\/([^/]+)/.exec(location.pathname) ?? [];
const select = document.getElementById('documents');
for (const { title, url } of data) {
  const option = document.createElement('option');
  option.value = nameOf(url);
  option.textContent = title;
  option.selected = option.value === asked;
  select.append(option);
}
select.addEventListener('change', () => location.assign(select.value ? `/docs/${select.value}` : '/docs'));
show(data.find(({ url }) => nameOf(url) === asked) ?? data[0]);
