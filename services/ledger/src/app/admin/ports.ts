import type { Tx } from '../ports.ts';

export interface AdminStore {
  record(tx: Tx, action: AdminAction): Promise<void>;
}

/** What an admin did. Kept for ever. */
export interface AdminAction {
  adminId: string;
  action: string;
  subjectId: string;
  reason: string;
}

/** Who does it and why, for the record; nobody else sees the reason. */
export interface ByAdmin {
  adminId: string;
  reason: string;
  key: string | undefined;
}
