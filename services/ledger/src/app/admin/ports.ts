import type { Tx } from '../ports.ts';

export interface AdminStore {
  record(tx: Tx, action: AdminAction): Promise<void>;
  /** Newest first. */
  list(filter: ActionFilter): Promise<KeptAction[]>;
}

/** What an admin did. Kept for ever. */
export interface AdminAction {
  adminId: string;
  action: string;
  subjectId: string;
  reason: string;
}

export interface KeptAction extends AdminAction {
  id: string;
  createdAt: Date;
}

export interface ActionFilter {
  subjectId?: string | undefined;
  adminId?: string | undefined;
  /** id of an action */
  before?: string | undefined;
  limit: number;
}

/** Who does it and why, for the record; nobody else sees the reason. */
export interface ByAdmin {
  adminId: string;
  reason: string;
  key: string | undefined;
}
