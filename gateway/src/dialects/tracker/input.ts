import { z } from 'zod';

export const DEFAULT_SIZE = 10;
const MOST_PER_PAGE = 100;

const part = z.string('must be given once').optional();

function count(fallback: number, most: number) {
  return part
    .refine((value) => value === undefined || /^\d{0,9}$/.test(value), 'must be a whole number from 1')
    .transform((value) => (value === undefined || value === '' ? fallback : Number(value)))
    .refine((value) => value >= 1, 'must be a whole number from 1')
    .transform((value) => Math.min(value, most));
}

/** The query of a list: page, size, search, sort, order, and the filters named. */
export function listQuery(filters: readonly string[]) {
  return z.object({
    page: count(1, 1_000_000),
    size: count(DEFAULT_SIZE, MOST_PER_PAGE),
    search: part,
    sort: part,
    order: part,
    ...(Object.fromEntries(filters.map((name) => [name, part])) as object),
  });
}

export interface Page {
  page: number;
  size: number;
  search?: string | undefined;
  sort?: string | undefined;
  order?: string | undefined;
}

/** The query as the service takes it: what is no part of the page is a filter. */
export function toQuery({ page, size, search, sort, order, ...filters }: Page & Record<string, unknown>) {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    page,
    size,
    search: search ?? '',
    sort: sort === undefined || sort === '' ? 'createdAt' : sort,
    order: order ?? '',
    contains: Object.fromEntries(given),
  };
}
