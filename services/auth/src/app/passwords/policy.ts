import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { FlorinError, invalidField } from '@florin/errors';

/** `strict`: the rules of /v1. `published`: what the dialects' pages publish, 8 characters or more. */
export type PasswordPolicy = 'strict' | 'published';

export interface Person {
  name?: string | null | undefined;
  username?: string | null | undefined;
  email?: string | null | undefined;
}

const SHORTEST = 8;
const LONGEST = 256;
/** zxcvbn's time grows with the square of the length, and no longer password is weak for its pattern. */
const MEASURED = 48;
const SHORTEST_PERSONAL = 4;

const LISTED = new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()));
/** Made at the first refusal: it takes a tenth of a second that most starts don't need. */
let zxcvbn: ZxcvbnFactory | undefined;

/**
 * Checks a new password (NIST SP 800-63B 3.1.1.2: length and a list, no composition rules). Throws PASSWORD_REFUSED on
 * `path` with zxcvbn's score and advice; answers whether it is one of the listed ones, which only `published` lets in.
 */
export function checkNewPassword(
  password: string,
  { policy, person, path = 'password' }: { policy: PasswordPolicy; person: Person; path?: string },
): { listed: boolean } {
  const fault = lengthFault(password);
  if (fault !== undefined) throw invalidField(path, fault);
  const listed = LISTED.has(password.normalize('NFKC').toLowerCase());
  if (policy === 'published') return { listed };
  if (listed) throw refused(path, 'is one of the most used passwords', password, person);
  const part = personalPart(password, person);
  if (part !== undefined) throw refused(path, `must not contain your ${part}`, password, person);
  return { listed: false };
}

/** What is wrong with a new password's length; undefined when nothing is. */
export function lengthFault(password: string): string | undefined {
  // in code points, so that nobody's script counts double
  const length = Array.from(password).length;
  if (length < SHORTEST) return `must be at least ${SHORTEST} characters`;
  return length > LONGEST ? `must be at most ${LONGEST} characters` : undefined;
}

function personalPart(password: string, { name, username, email }: Person): string | undefined {
  const typed = password.normalize('NFKC').toLowerCase();
  const holds = (text: string | null | undefined) =>
    text != null && text.length >= SHORTEST_PERSONAL && typed.includes(text.normalize('NFKC').toLowerCase());
  if ([name, ...(name ?? '').split(/\s+/)].some(holds)) return 'name';
  if (holds(username)) return 'username';
  return holds(email) || holds(email?.split('@')[0]) ? 'e-mail address' : undefined;
}

function refused(path: string, message: string, password: string, person: Person): FlorinError {
  const inputs = Object.values(person).filter((value): value is string => typeof value === 'string');
  zxcvbn ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { score, feedback } = zxcvbn.check(password.slice(0, MEASURED), inputs);
  const advice = [feedback.warning, ...feedback.suggestions].flatMap((key) => ADVICE[key ?? ''] ?? []);
  return new FlorinError('PASSWORD_REFUSED', `${path}: ${message}`, {
    errors: [{ path, message }],
    meta: { score, advice: advice.join(' ') || 'Use several words that do not belong together.' },
  });
}

/** zxcvbn's keys in words. */
const ADVICE: Record<string, string> = {
  topTen: 'It is among the ten most used.',
  topHundred: 'It is among the hundred most used.',
  common: 'It is often used.',
  similarToCommon: 'It is close to an often used one.',
  simpleRepeat: 'Repeated characters are easy to guess.',
  extendedRepeat: 'Repeated patterns are easy to guess.',
  sequences: 'Sequences such as abc are easy to guess.',
  recentYears: 'Recent years are easy to guess.',
  dates: 'Dates are easy to guess.',
  keyPattern: 'Keyboard patterns are easy to guess.',
  straightRow: 'Rows of keys are easy to guess.',
  namesByThemselves: 'A name alone is easy to guess.',
  userInputs: 'Leave out what others know about you.',
  anotherWord: 'Add another word or two that are less common.',
  useWords: 'Use several words, but no common phrase.',
  longerKeyboardPattern: 'Use longer keyboard patterns with turns.',
  repeated: 'Do not repeat words or characters.',
  capitalization: 'A capital first letter helps little.',
  allUppercase: 'All capitals help little.',
  l33t: 'Replacing letters by look-alikes helps little.',
  reverseWords: 'Reversing words helps little.',
  pwned: 'It is in a published leak.',
};
