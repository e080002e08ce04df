/** From a worker to the primary process. */
export type ToPrimary =
  { kind: 'ready' } | { kind: 'read all'; id: number } | { kind: 'own'; id: number; metrics: object[] };

/** From the primary process to a worker. */
export type ToWorker =
  | { kind: 'stop' }
  | { kind: 'read own'; id: number }
  /** of all workers that answered in time */
  | { kind: 'all'; id: number; metrics: object[][] };
