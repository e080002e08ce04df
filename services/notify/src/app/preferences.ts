import { invalidField } from '@florin/errors';
import type { Kind, Preference, Way } from '../domain/kinds.ts';
import { choiceKey, preferencesOf } from '../domain/kinds.ts';
import type { PreferenceStore } from './ports.ts';

export interface Choice {
  kind: Kind;
  channel: Way;
  enabled: boolean;
}

/** What a person wants to be told, and how. */
export function createPreferences({ preferences }: { preferences: PreferenceStore }) {
  return {
    get: async (userId: string): Promise<Preference[]> => preferencesOf(await preferences.get(userId)),
    /** Changes some. Throws INVALID_ARGUMENT for a way the kind does not take, and for turning a locked kind off. */
    set: async (userId: string, choices: readonly Choice[]): Promise<Preference[]> => {
      const known = preferencesOf({});
      choices.forEach(({ kind, channel, enabled }, index) => {
        const rule = known.find((each) => each.kind === kind && each.channel === channel);
        if (!rule) throw invalidField(`preferences.${index}.channel`, `${kind} has no ${channel}`);
        if (rule.locked && !enabled) {
          throw invalidField(`preferences.${index}.enabled`, `${kind} concerns your account's safety and stays on`);
        }
      });
      const wanted = choices.map(({ kind, channel, enabled }) => [choiceKey(kind, channel), enabled] as const);
      return preferencesOf(await preferences.set(userId, Object.fromEntries(wanted)));
    },
  };
}
