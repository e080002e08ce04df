import { execFileSync, spawnSync } from 'node:child_process';
import type { PersonOverTime } from '../src/app/people/ports.ts';
import type { Ledger, Person } from './harness.ts';
import { createHarness, mainOf, send } from './harness.ts';

let ledger: Ledger;
const known = new Map<string, PersonOverTime>();
beforeAll(async () => {
  const overTime = (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => known.get(id) ?? []));
  ledger = await createHarness({ people: { byIds: overTime, overTime } });
});
afterAll(() => ledger.stop());

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
/** Says by its name that it was not run where Debian's poppler-utils are missing. */
const drawn = (name: string, check: () => Promise<void>) =>
  hasPoppler ? test(name, check, 60_000) : test.skip(`${name} (not run: no pdftotext here)`, check);

/** Somebody with a name, and what they were called before. */
function named(
  person: Person,
  name: string,
  username: string,
  formerNames: PersonOverTime['formerNames'] = [],
): Person {
  known.set(person.id, { id: person.id, name, username, hasPicture: false, formerNames });
  return person;
}

const ALL_TIME = 'from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z';

async function statement(person: Person, more = '') {
  const { id } = await mainOf(person);
  const reply = await person.get(`/v1/accounts/${id}/statement?${ALL_TIME}${more}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply;
}
const pdf = async (person: Person): Promise<Buffer> => (await statement(person, '&format=pdf')).bytes;

/** The text as somebody gets it who copies it out of the document, without blanks. */
function textOf(bytes: Buffer): string {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes }).toString();
  return plain(text.replace(/[\u200e\u200f\u202a-\u202e]/g, ''));
}
const plain = (text: string) => text.normalize('NFC').replace(/\s/g, '');

/** pdftotext gives lines of both directions in the order in which their parts stand, so only the parts are compared */
const FROM_RIGHT = ['شكرا على العشاء 20 (أمس)', 'תודה על הארוחה'];
const PARTS_FROM_RIGHT = FROM_RIGHT.flatMap((note) => note.split(/[ ()]+/));

describe('a statement as PDF', () => {
  drawn('has notes and names of each script as they were written', async () => {
    const notes = [
      'Ben’s dinner – 20 €',
      'Łódź, Đà Nẵng, Škoda',
      'Ευχαριστώ για το δείπνο',
      'Спасибо за ужин, Їжак',
      'रात के खाने के लिए हिन्दी',
      '晚餐謝謝你，北京',
      '晩ごはんありがとう',
      '저녁 고마워요',
    ];
    const ann = named(await ledger.funded(10_000), 'Ånn Ωmega', 'ann');
    const whom = named(ledger.person(), 'محمد', 'mo');
    for (const note of [...notes, ...FROM_RIGHT]) await send(ann, whom, 7, { note });
    const text = textOf(await pdf(ann));
    for (const note of [...notes, ...PARTS_FROM_RIGHT]) expect(text).toContain(plain(note));
    expect(text).toContain(plain('Ånn Ωmega (@ann)'));
    expect(text).toContain('محمد');
    expect(text).not.toContain('□');
  });

  drawn('wraps what is long and cuts nothing; what no font has is replaced, and that is said', async () => {
    const ann = named(await ledger.funded(10_000), 'A'.repeat(300), 'ann');
    const long = `${'supercalifragilistic'.repeat(12)} ${'長'.repeat(120)}`;
    await send(ann, named(ledger.person(), 'Ben', 'ben'), 7, { note: long });
    const before = textOf(await pdf(ann));
    expect(before).toContain(plain(long));
    expect(before).toContain('A'.repeat(300));
    expect(before).not.toContain('□');
    await send(ann, ledger.person(), 7, { note: 'party 🎉👨‍👩‍👧!' });
    const after = textOf(await pdf(ann));
    expect(after).toContain('party□□!');
    expect(after).toContain('□standsforacharacterthatthisdocumenthasnofontfor;theCSVhasit.');
  });

  drawn('has as many pages as it takes, each with the number and the heads of its columns', async () => {
    const ann = await ledger.funded(10_000);
    const ben = ledger.person();
    for (let at = 0; at < 60; at += 1) await send(ann, ben, 7, { note: `row ${at}.` });
    const text = textOf(await pdf(ann));
    const pages = Number(/Page1of(\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Date\(UTC\)DescriptionAmountBalance/g)).toHaveLength(pages);
    for (let at = 0; at < 60; at += 1) expect(text).toContain(`row${at}.`);
    expect(text.match(/61(-[0-9A-Z]{5}){4}Page/g)).toHaveLength(pages);
  });
});

describe('names on a statement', () => {
  test('are those that people had then, and the id of nobody is shown for somebody who has left', async () => {
    const ann = named(await ledger.funded(10_000), 'Ann', 'ann');
    const [ben, gone] = [ledger.person(), ledger.person()];
    await send(ann, ben, 7);
    ledger.clock.advance(60_000);
    named(ben, 'Benedict', 'benedict', [{ name: 'Ben', username: 'ben', until: ledger.clock.now() }]);
    ledger.clock.advance(60_000);
    await send(ann, ben, 7);
    await send(ann, gone, 7);
    known.delete(gone.id);
    const rows = (await statement(ann)).text.trim().split('\r\n').slice(2, -1);
    expect(rows.map((row) => row.split(',').slice(4, 6))).toEqual([
      ['', ''],
      ['Ben', 'ben'],
      ['Benedict', 'benedict'],
      ['Former member', ''],
    ]);
  });
});

describe('a statement as CSV', () => {
  test('has a byte order mark when asked to, no control characters, and no cell that is a formula', async () => {
    const ann = named(await ledger.funded(10_000), '+Ann', '=ann');
    await send(ann, named(ledger.person(), '\t=1+1', 'b\r\nen', []), 7, { note: '＝HYPERLINK("x")' });
    const marked = await statement(ann, '&bom=true');
    expect(marked.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await statement(ann)).bytes.subarray(0, 4).toString()).toBe('date');
    expect(marked.text.slice(1)).toBe((await statement(ann)).text);
    expect(marked.text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    expect(marked.text).toContain(`"'＝HYPERLINK(""x"")"`);
    expect(marked.text).toContain(`,'=1+1,b en,-0.07,`);
    expect(marked.text).toContain(`,opening balance,'+Ann (@=ann),`);
  });
});

test('a + that the URL turned into a blank is named, not guessed', async () => {
  const ann = await ledger.funded(1);
  const { id } = await mainOf(ann);
  const from = (zone: string) =>
    ann.get(`/v1/accounts/${id}/statement?from=2026-01-01T00:00:00${zone}&to=2099-01-01T00:00:00Z`);
  const refused = await from('+01:00');
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'from']);
  expect(refused.body.errors[0].message).toMatch(/%2B/);
  expect((await from('%2B01:00')).status).toBe(200);
});

describe('the number of a statement', () => {
  test('proves what it says to strangers, and nothing else is proven or told', async () => {
    const ann = named(await ledger.funded(10_000), 'Ann', 'ann');
    await send(ann, ledger.person(), 7);
    const { text } = await statement(ann);
    const number = /Statement number ([0-9A-Z-]+)/.exec(text)![1]!;
    const said = { number, account: (await mainOf(ann)).id, opening: '0.00', closing: '99.93' };
    const check = async (more: object = {}) => {
      const times = { from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' };
      const query = new URLSearchParams({ ...said, ...times, ...more } as Record<string, string>);
      return (await ledger.anyone.get(`/v1/statements/verify?${query.toString()}`)).body;
    };
    const genuine = { valid: true, currency: 'USD', lines: 2, owner: { name: 'Ann', username: 'ann' } };
    expect(await check()).toEqual(genuine);
    expect(await check({ number: number.toLowerCase().replaceAll('-', ' ').replace(' ', '-') })).toEqual(genuine);
    for (const other of [
      { closing: '999.93' },
      { opening: '0.01' },
      { account: (await mainOf(await ledger.funded(1))).id },
      { to: '2098-01-01T00:00:00Z' },
      { number: number.replace(/^2/, '3') },
      { number: `${number.slice(0, -1)}${number.endsWith('7') ? '8' : '7'}` },
      { number: '' },
    ]) {
      expect(await check(other)).toEqual({ valid: false });
    }
  });
});

test('statements have a limit for each person, which nobody else meets', async () => {
  const [ann, bob] = [await ledger.funded(1), await ledger.funded(1)];
  const { id } = await mainOf(ann);
  const ask = () => ann.get(`/v1/accounts/${id}/statement?${ALL_TIME}`);
  const burst = await Promise.all(Array.from({ length: 6 }, ask));
  expect(burst.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
  for (let time = 0; time < 20; time += 1) await ask();
  const refused = await ask();
  expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await statement(bob)).status).toBe(200);
  ledger.clock.advance(60_000);
  expect((await ask()).status).toBe(200);
});

test('transfers by a filter have a limit for each person, and the plain list none', async () => {
  const [ann, bob] = [await ledger.funded(1), await ledger.funded(1)];
  const search = (one: Person) => one.get('/v1/transfers?text=a');
  for (let time = 0; time < 240; time += 1) expect((await search(ann)).status).toBe(200);
  expect([(await search(ann)).status, (await search(bob)).status]).toEqual([429, 200]);
  expect((await ann.get('/v1/transfers')).status).toBe(200);
});
