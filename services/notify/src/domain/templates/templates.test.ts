import { securityNotice } from './account.ts';
import { codeNotice } from './code.ts';
import { html } from './html.ts';
import { renderEmail, renderShort } from './layout.ts';
import { budgetNotice, receivedNotice } from './money.ts';

test('holes of a template are escaped once, also in attributes; its own pieces are not', () => {
  const inner = html`<b title="${'"><script>'}">${'a & b'}</b>`;
  expect(html`<p>${inner}${[inner]}${7}</p>`.value).toBe(
    '<p><b title="&quot;&gt;&lt;script&gt;">a &amp; b</b><b title="&quot;&gt;&lt;script&gt;">a &amp; b</b>7</p>',
  );
});

test('the subject of a code holds no code, its text and HTML do', () => {
  const { subject, text, html: page } = renderEmail(codeNotice({ code: '012345', purpose: 'any', minutes: 1 }));
  expect(subject).toBe('Your Florin code');
  expect(text).toContain('012345 is your code for Florin. It works for a minute.');
  expect(page).toContain('012345');
});

test.each([
  ['verify-email', 'https://tracker.example/auth/verify?email=ann%2Bx%40example.com&code=012345'],
  ['password-reset', 'https://tracker.example/auth/reset-password?email=ann%2Bx%40example.com&code=012345'],
])('a mail with a code for %s links to the screen of the web client that takes it', (purpose, link) => {
  const site = { url: 'https://tracker.example/', email: 'ann+x@example.com' };
  const { text, html: page } = renderEmail(codeNotice({ code: '012345', purpose, minutes: 5, site }));
  expect(text).toContain(`: ${link}\n`);
  expect(page).toContain(`href="${link.replace('&', '&amp;')}"`);
});

test('a code has no link when no screen takes it or no site is known', () => {
  const site = { url: 'https://tracker.example', email: 'ann@example.com' };
  const second = codeNotice({ code: '012345', purpose: 'second-factor', minutes: 5, site });
  expect([second.action, codeNotice({ code: '012345', purpose: 'verify-email', minutes: 5 }).action]).toEqual([
    undefined,
    undefined,
  ]);
});

test('a link is shown as a button and written out in the text', () => {
  const notice = securityNotice({ what: 'new-device', detail: '', link: 'https://florin.example/x?a=1&b="2"' });
  const { text, html: page } = renderEmail(notice);
  expect(text).toContain('This was not me: https://florin.example/x?a=1&b="2"');
  expect(page).toContain('href="https://florin.example/x?a=1&amp;b=&quot;2&quot;"');
  expect(notice.body).toBe('A change was made to your account: new device.');
});

test('amounts are written in major units with the decimals of their currency', () => {
  const said = (amount: string, currency: string) => receivedNotice('Ann', { amount, currency }, '').title;
  expect([said('1250', 'USD'), said('1250', 'JPY'), said('5', 'BHD')]).toEqual([
    'You received 12.50 USD',
    'You received 1250 JPY',
    'You received 0.005 BHD',
  ]);
});

test('a budget that is used up says so', () => {
  const budget = { amount: '10000', currency: 'USD' };
  const at = (percent: number) =>
    budgetNotice({ category: 'Food', type: 'expense', percent, spent: budget, budget, periodEnd: '2026-11-30' }).title;
  expect([at(80), at(100)]).toEqual(['80 % of your budget for Food is used', 'Your budget for Food is used up']);
});

test('a budget of income speaks of what was received', () => {
  const money = { amount: '10000', currency: 'USD' };
  const at = (percent: number) =>
    budgetNotice({ category: 'Pay', type: 'income', percent, spent: money, budget: money, periodEnd: '2026-11-30' });
  expect([at(80).title, at(100).title]).toEqual([
    '80 % of your goal for Pay is reached',
    'Your goal for Pay is reached',
  ]);
  expect(at(80).body).toBe(
    'You have received 100.00 USD of 100.00 USD for Pay, with the goal running until 2026-11-30.',
  );
});

test('a short message has no HTML', () => {
  expect(renderShort(receivedNotice('Ann', { amount: '1', currency: 'USD' }, 'x')).html).toBe('');
});
