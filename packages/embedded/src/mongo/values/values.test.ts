import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } from 'bson';
import fc from 'fast-check';
import { calculate } from './arithmetic.ts';
import { stringOrder } from './collation.ts';
import { compareValues, valueKey } from './compare.ts';
import { cloneValue } from './doc.ts';
import { candidatesAt, valuesAt } from './path.ts';

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: false }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.integer({ min: -500, max: 500 }).map((value) => Decimal128.fromString(`${String(value)}E-2`)),
  fc.string({ maxLength: 3 }),
  fc.integer({ min: 0, max: 3 }).map((value) => new Date(value)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
  fc.constantFrom(new MinKey(), new MaxKey(), /a/i, new UUID('00000000-0000-4000-8000-000000000000')),
  fc.nat(3).map((value) => Timestamp.fromBits(value, 1)),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), scalar, { maxKeys: 2, noNullPrototype: true }),
);

test('the key of a value is another value’s exactly when the order calls them equal', () => {
  fc.assert(
    fc.property(value, value, (a, b) => (compareValues(a, b) === 0) === (valueKey(a) === valueKey(b))),
    { numRuns: 5000 },
  );
});

test('the order is the same seen from both sides, and transitive', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
      const [low, middle, high] = [a, b, c].sort(compareValues);
      expect(compareValues(low, high)).toBeLessThanOrEqual(0);
      expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 3000 },
  );
});

test('a clone equals its original and shares no document with it', () => {
  fc.assert(fc.property(value, (a) => valueKey(cloneValue(a)) === valueKey(a)));
  const original = { list: [{ deep: 1 }] };
  const copy = cloneValue(original);
  copy.list[0]!.deep = 2;
  expect(original.list[0]!.deep).toBe(1);
});

test('types come in MongoDB’s order', () => {
  const inOrder = [
    new MinKey(),
    null,
    -1,
    '',
    {},
    [],
    new Binary(new Uint8Array(1)),
    new ObjectId(),
    false,
    new Date(0),
    Timestamp.fromBits(1, 1),
    /x/,
    new MaxKey(),
  ];
  expect([...inOrder].reverse().sort(compareValues)).toEqual(inOrder);
});

test.each([
  [1, Long.fromNumber(1)],
  [1, Decimal128.fromString('1.00')],
  [0, -0],
  [1e20, Decimal128.fromString('1E+20')],
  [0.5, Decimal128.fromString('0.50')],
  [Long.fromString('9007199254740993'), Decimal128.fromString('9007199254740993')],
])('%s and %s are one number', (a, b) => {
  expect(compareValues(a, b)).toBe(0);
  expect(valueKey(a)).toBe(valueKey(b));
});

test('numbers beyond 2^53 and of far exponents are ordered exactly', () => {
  expect(compareValues(Long.fromString('9007199254740993'), 9007199254740992)).toBeGreaterThan(0);
  expect(compareValues(Decimal128.fromString('1E+6144'), Decimal128.fromString('9E-6143'))).toBeGreaterThan(0);
  expect(compareValues(Number.NaN, -Infinity)).toBeLessThan(0);
});

test('sums and products keep exactness in the widest type', () => {
  expect(calculate(9007199254740991, 2, 'add').toString()).toBe('9007199254740993');
  expect(calculate(Decimal128.fromString('0.10'), Decimal128.fromString('0.20'), 'add').toString()).toBe('0.30');
  expect(calculate(1.5, 2, 'multiply')).toBe(3);
  expect(() => calculate(Long.MAX_VALUE, 1, 'add')).toThrow(/64 bits/);
});

test('a collation of strength 2 takes case for nothing and accents for something', () => {
  const order = stringOrder({ locale: 'en', strength: 2 });
  expect(valueKey('ANNA', order)).toBe(valueKey('anna', order));
  expect(valueKey('ä', order)).not.toBe(valueKey('a', order));
  expect(valueKey('Ä', stringOrder({ locale: 'en', strength: 1 }))).toBe(
    valueKey('a', stringOrder({ locale: 'en', strength: 1 })),
  );
  expect(() => stringOrder({ locale: 'en', strength: 9 })).toThrow(/strength/);
});

test('a path goes through arrays of documents and by index', () => {
  const doc = { list: [{ a: 1 }, { a: [2, 3] }, {}], plain: 5 };
  expect(valuesAt(doc, 'list.a')).toEqual([1, [2, 3], undefined]);
  expect(candidatesAt(doc, 'list.a')).toEqual([1, [2, 3], 2, 3, undefined]);
  expect(valuesAt(doc, 'list.0.a')).toContain(1);
  expect(valuesAt(doc, 'plain.x')).toEqual([undefined]);
  expect(valuesAt(doc, 'constructor.name')).toEqual([undefined]);
});
