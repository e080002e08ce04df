/**
 * What keeps the mailbox page up to date: it asks for the page again every few seconds and puts the new list, and unless a
 * message was chosen the newest message, in the place of the old. What somebody types and what is in focus stays.
 */
export const MAILBOX_SCRIPT = `'use strict';
const EVERY_MS = 3000;
const status = document.querySelector('[role=status]');

async function update() {
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.ok) show(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    // the server is being started again: the next turn tells
  }
  setTimeout(update, EVERY_MS);
}

function show(page) {
  const [list, message] = ['nav', 'article'].map((name) => [document.querySelector(name), page.querySelector(name)]);
  if (list[0].innerHTML !== list[1].innerHTML) {
    const focused = document.activeElement?.getAttribute('href');
    list[0].replaceChildren(...list[1].childNodes);
    document.title = page.title;
    status.textContent = page.title;
    if (focused) [...list[0].querySelectorAll('a')].find((row) => row.getAttribute('href') === focused)?.focus();
  }
  if (message[0].dataset.message !== message[1].dataset.message) message[0].replaceWith(message[1]);
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('button[data-code]');
  if (!button) return;
  const code = button.dataset.code;
  try {
    await navigator.clipboard.writeText(code);
  } catch {
    // a page that is not from localhost or https may not write: the browser's own copying does
    getSelection().selectAllChildren(button.querySelector('code'));
    document.execCommand('copy');
  }
  status.textContent = 'Copied ' + code;
});

setTimeout(update, EVERY_MS);
`;
