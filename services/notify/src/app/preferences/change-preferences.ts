import { invalidField } from '@florin/errors';
import { choiceKey, preferencesOf, type Kind, type Preference, type Way } from '../../domain/kinds.ts';
import type { Deps } from '../index.ts';

interface Choice {
  kind: Kind;
  channel: Way;
  enabled: boolean;
}

/**
 * Changes the named preferences and returns all. Throws INVALID_ARGUMENT for a channel that the kind does not take, and
 * for turning off a kind that is locked.
 */
export async function changePreferences(
  { preferences }: Pick<Deps, 'preferences'>,
  { userId, choices }: { userId: string; choices: readonly Choice[] },
): Promise<Preference[]> {
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
}
