import fc from 'fast-check';
import { decodeJson, encodeJson, fromJson, toJson } from './json.ts';

describe('the JSON codec', () => {
  test('keeps bigints and Dates at any depth', () => {
    const reply = { amount: 2n ** 63n, at: new Date('2026-11-30T09:30:00Z'), list: [{ n: -1n }, null, 'x', 1.5, true] };
    expect(decodeJson(encodeJson(reply))).toEqual(reply);
    expect(fromJson(JSON.parse(JSON.stringify(toJson(reply))))).toEqual(reply);
  });

  test("a person's own field that looks like a mark stays what it is", () => {
    const metadata = { $date: 'today', $bigint: '7', $$date: 'twice', inner: { $date: '2026-11-30T09:30:00Z' } };
    expect(decodeJson(encodeJson(metadata))).toEqual(metadata);
  });

  test('reads the form that earlier versions kept', () => {
    expect(decodeJson('{"amount":{"$bigint":"1250"},"at":{"$date":"2026-11-30T09:30:00.000Z"}}')).toEqual({
      amount: 1250n,
      at: new Date('2026-11-30T09:30:00.000Z'),
    });
  });

  test('leaves out undefined members, and writes null for nothing at all', () => {
    expect(encodeJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(encodeJson(undefined)).toBe('null');
  });

  test('any JSON value comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(decodeJson(encodeJson(plain))).toEqual(plain);
      }),
    );
  });
});
