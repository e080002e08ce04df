import type { Deps } from '../index.ts';
import type { ActionFilter, KeptAction } from './ports.ts';

/** What admins did, newest first: all of it, or to one subject (a transfer or account), or by one admin. */
export function listAdminActions({ admin }: Pick<Deps, 'admin'>, filter: ActionFilter): Promise<KeptAction[]> {
  return admin.list(filter);
}
