import { waitFor } from '@florin/testing';
import type { ChainEnd } from '../src/app/integrity/ports.ts';
import { sealBlocks } from '../src/app/integrity/seal-blocks.ts';
import { parseAnchor, showAnchor, type Anchor } from '../src/domain/block.ts';
import { startBooks, type Books } from './support/books.ts';
import { SEALING } from './harness.ts';

let books: Books;
beforeAll(async () => {
  books = await startBooks();
});
afterEach(() => books.putBack());
afterAll(() => books.stop());

const BLOCKS = 'sealed blocks are as they were sealed';
const ANCHORED = 'the anchored block is the one that was kept';

test('an untouched ledger of every kind of posting passes', async () => {
  const { code, stdout, stderr } = await books.run();
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trim().split('\n');
  const laws = books.store.laws.map((law) => `ok      ${law}`);
  expect(lines.slice(0, laws.length)).toEqual(laws);
  const [{ transfers, hash }] = (
    await books.sql.query(
      `SELECT (SELECT sum(transfers) FROM blocks) AS transfers, encode(hash, 'hex') AS hash FROM blocks WHERE number = 4`,
    )
  ).rows;
  expect(lines.slice(laws.length)).toEqual([
    `ok      ${BLOCKS} (4 blocks, ${transfers} transfers)`,
    `last    4:${hash} (keep it elsewhere, for --anchor)`,
    `open    4 transfers not sealed yet, since ${books.clock.now().toISOString()}`,
  ]);
  const anchored = await books.run(`--anchor=4:${hash}`);
  expect([anchored.code, anchored.stdout]).toEqual([0, expect.stringContaining(`ok      ${ANCHORED} (block 4)`)]);
});

describe('the chain', () => {
  const cases: [what: string, change: string[], breach: { what: string; detail: string }][] = [
    [
      'a block taken from the middle, and a transfer forged further on',
      [
        'DELETE FROM blocks WHERE number = 2',
        `UPDATE transfers SET note = 'forged' WHERE id = (SELECT last_transfer_id FROM blocks WHERE number = 4)`,
      ],
      { what: 'block 2', detail: 'it is missing, the last block is 4' },
    ],
    [
      'the first block taken',
      ['DELETE FROM blocks WHERE number = 1'],
      { what: 'block 1', detail: 'it is missing, the last block is 4' },
    ],
    [
      'a sealed transfer changed',
      [`UPDATE transfers SET note = 'changed' WHERE id = :sealedTransfer`],
      { what: 'block 1', detail: expect.stringContaining('was changed') },
    ],
    [
      'a block that follows another',
      [`UPDATE blocks SET previous_hash = hash WHERE number = 3`],
      { what: 'block 3', detail: 'it does not follow the block before it' },
    ],
    [
      'a block of more than a block can hold',
      ['UPDATE blocks SET transfers = 2000000000 WHERE number = 4'],
      { what: 'block 4', detail: 'it says it sealed 2000000000 transfers, too many for a block' },
    ],
    [
      'a block said to end elsewhere',
      ['DELETE FROM blocks WHERE number = 4', 'UPDATE blocks SET last_transfer_id = :last WHERE number = 3'],
      { what: 'block 3', detail: expect.stringMatching(/^it sealed \d+ transfers, \d+ are there$/) },
    ],
  ];
  test.each(cases)('%s is seen', async (_name, change, breach) => {
    await books.tamper(...change);
    expect(await books.verify()).toEqual({ law: BLOCKS, ...breach });
  });

  test('the command names the breach and exits with 1', async () => {
    await books.tamper('DELETE FROM blocks WHERE number = 2');
    const { code, stdout, stderr } = await books.run();
    expect([code, stderr]).toEqual([1, `BROKEN  ${BLOCKS}: block 2: it is missing, the last block is 4\n`]);
    expect(stdout).not.toMatch(/^last/m);
  });
});

describe('an anchor', () => {
  const anchorOf = async (number: number): Promise<Anchor> => {
    const block = await books.store.block(BigInt(number));
    return parseAnchor(showAnchor(block!))!;
  };

  test('shows that the end of the chain was cut off, which from inside only lets more be unsealed', async () => {
    const anchor = await anchorOf(4);
    await books.tamper('DELETE FROM blocks WHERE number = 4');
    const ends: ChainEnd[] = [];
    expect(await books.verify(undefined, (end) => ends.push(end))).toBeNull();
    expect(ends[0]).toMatchObject({ last: { number: 3n }, unsealed: { transfers: expect.any(Number) } });
    expect(ends[0]!.unsealed.transfers).toBeGreaterThan(4);
    const detail = 'it is missing, the last block is 3';
    expect(await books.verify(anchor)).toEqual({ law: ANCHORED, what: 'block 4', detail });
  });

  test('shows that all blocks were removed', async () => {
    const anchor = await anchorOf(1);
    await books.tamper('DELETE FROM blocks');
    const { code, stdout } = await books.run();
    const total = (await books.sql.query('SELECT FROM transfers')).rowCount;
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(`last    no block\nopen    ${total} transfers not sealed`),
    ]);
    const detail = 'it is missing, there are no blocks';
    expect(await books.verify(anchor)).toEqual({ law: ANCHORED, what: 'block 1', detail });
  });

  test('shows that the chain was made anew over changed transfers', async () => {
    const anchor = await anchorOf(1);
    await books.tamper('DELETE FROM blocks', `UPDATE transfers SET note = 'changed' WHERE id = :sealedTransfer`);
    const deps = { integrity: books.store, clock: books.clock.now };
    await waitFor(async () => (await sealBlocks(deps, 10)) > 0, SEALING);
    expect(await books.verify()).toBeNull();
    expect(await books.verify(anchor)).toEqual({
      law: ANCHORED,
      what: 'block 1',
      detail: `it is ${showAnchor(await anchorOf(1))}, ${showAnchor(anchor)} was kept`,
    });
  });

  test('is a number and 64 hex digits', () => {
    const hash = 'a'.repeat(64);
    expect(parseAnchor(`12:${hash}`)).toEqual({ number: 12n, hash: Buffer.from(hash, 'hex') });
    const malformed = ['', '4', '4:abc', `0:${hash}`, `-1:${hash}`, `4:${'g'.repeat(64)}`, `4:${hash}0`, ` 4:${hash}`];
    for (const text of malformed) {
      expect(parseAnchor(text)).toBeNull();
    }
  });

  test.each([
    ['--anchor=4:abc', "--anchor: '4:abc' is no <number>:<hash>"],
    ['--anchor=', '--anchor: '],
    ['--ancor=4', "Unknown option '--ancor'"],
  ])('written %s is refused with the usage and exit code 2', async (argument, complaint) => {
    const { code, stdout, stderr } = await books.run(argument);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(complaint);
    expect(stderr).toContain('\n\nUsage: ');
  });
});
