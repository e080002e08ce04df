/** Ways a message reaches a person. `inbox` is the list in the app. */
export const WAYS = ['inbox', 'email', 'sms', 'push'] as const;
export type Way = (typeof WAYS)[number];
/** Ways that leave Florin. */
export type Channel = Exclude<Way, 'inbox'>;

interface KindRule {
  /** ways this kind can take, and whether it does unless the person says otherwise */
  ways: Partial<Record<Way, boolean>>;
  /** about the account itself: can't be turned off */
  locked?: true;
  /** somebody waits for it, or their account is in danger: nothing else may hold it up */
  urgent?: true;
}

/** Messages of the two lanes have workers and connections of their own. */
export const LANES = ['urgent', 'bulk'] as const;
export type Lane = (typeof LANES)[number];

const social: KindRule['ways'] = { inbox: true, email: false, push: true };
const money: KindRule['ways'] = { inbox: true, email: true, push: true };

/** Every kind of message, with its ways and their defaults. */
const KINDS = {
  code: { ways: { email: true, sms: true }, locked: true, urgent: true },
  security: { ways: { inbox: true, email: true }, locked: true, urgent: true },
  welcome: { ways: { inbox: true, email: true }, locked: true },
  'friend-requested': { ways: social },
  'friend-accepted': { ways: social },
  'transfer-received': { ways: money },
  'transfer-sent': { ways: { inbox: true, email: false, push: false } },
  'transfer-reversed': { ways: money },
  'payment-requested': { ways: money },
  'payment-request-paid': { ways: { inbox: true, email: false, push: true } },
  'payment-request-declined': { ways: social },
  'payment-request-reminded': { ways: money },
  'scheduled-transfer-failed': { ways: money },
  'recurring-transaction-failed': { ways: money },
  'budget-threshold-reached': { ways: social },
  'wallet-invited': { ways: social },
  'wallet-invitation-accepted': { ways: social },
  'wallet-left': { ways: social },
  'wallet-share-ended': { ways: social },
} as const satisfies Record<string, KindRule>;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** The lane in which messages of a kind go out. */
export function laneOf(kind: Kind): Lane {
  const rule: KindRule = KINDS[kind];
  return rule.urgent ? 'urgent' : 'bulk';
}

/** What a person chose, as `kind:way` -> on or off; what is not in it follows the defaults. */
export type Choices = Record<string, boolean>;

export interface Preference {
  kind: Kind;
  channel: Way;
  enabled: boolean;
  /** can't be turned off */
  locked: boolean;
}

export function choiceKey(kind: Kind, way: Way): string {
  return `${kind}:${way}`;
}

/** Every kind and way with what holds for a person of these choices. */
export function preferencesOf(choices: Choices): Preference[] {
  return KIND_NAMES.flatMap((kind) => {
    const rule: KindRule = KINDS[kind];
    const { ways } = rule;
    const locked = rule.locked ?? false;
    return WAYS.filter((way) => ways[way] !== undefined).map((channel) => ({
      kind,
      channel,
      enabled: locked || (choices[choiceKey(kind, channel)] ?? ways[channel] ?? false),
      locked,
    }));
  });
}

/** The ways a message of this kind takes to a person of these choices. */
export function waysFor(kind: Kind, choices: Choices): Set<Way> {
  const on = preferencesOf(choices).filter((preference) => preference.kind === kind && preference.enabled);
  return new Set(on.map((preference) => preference.channel));
}
