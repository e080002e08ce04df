import { areSameTags, tagsAfter } from './tag.ts';

describe('the tags of a row', () => {
  test('are added and removed whatever their case, each once', () => {
    expect(tagsAfter(['Rome', 'work'], { addTags: ['rome', 'Food', 'food'], removeTags: ['WORK'] })).toEqual([
      ...['Rome', 'Food'],
    ]);
    expect(areSameTags(['Rome', 'food'], ['FOOD', 'rome'])).toBe(true);
    expect(areSameTags(['Rome'], ['Rome', 'food'])).toBe(false);
  });

  test('are at most 20', () => {
    const names = Array.from({ length: 20 }, (_, index) => `t${index}`);
    expect(() => tagsAfter(names, { addTags: ['more'] })).toThrow('addTags');
    expect(tagsAfter(names, { addTags: ['more'], removeTags: ['t1'] })).toHaveLength(20);
  });
});
