import { createOverload } from './overload.ts';

const refused = (overload: ReturnType<typeof createOverload>) =>
  (['money', 'normal', 'spare'] as const).filter((priority) => {
    try {
      overload.check(priority);
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
      return true;
    }
  });
const late = (overload: ReturnType<typeof createOverload>, ms: number, looks: number) => {
  for (let look = 0; look < looks; look += 1) overload.note(ms);
};

test('one long pause refuses nobody', () => {
  const overload = createOverload();
  late(overload, 1_500, 1);
  expect(refused(overload)).toEqual([]);
});

test('the further behind, the more is refused, and never money', () => {
  const overload = createOverload();
  late(overload, 600, 10);
  expect(refused(overload)).toEqual(['spare']);
  late(overload, 10_000, 10);
  expect(refused(overload)).toEqual(['normal', 'spare']);
});

test('who has caught up refuses nobody', () => {
  const overload = createOverload();
  late(overload, 5_000, 10);
  late(overload, 0, 20);
  expect(refused(overload)).toEqual([]);
});
