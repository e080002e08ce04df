import type { Choices } from '../../domain/kinds.ts';

export interface PreferenceStore {
  get(userId: string): Promise<Choices>;
  /** Adds the choices to the person's others and returns all. */
  set(userId: string, choices: Choices): Promise<Choices>;
  forget(userId: string): Promise<void>;
}
