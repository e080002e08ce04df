import { FlorinError, isErrorCode } from '@florin/errors';
import { dialectRoute, type DialectDeps, type SessionInputOf, type DialectReply } from '../../dialect.ts';
import { readUserId, wholeUser, withBalance } from '../calls.ts';
import { NO_FUNDS, asRefusal, refusal } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { castFault, isNumeric, readAmount } from '../input.ts';
import { addBalanceBody, sendBody } from '../schemas.ts';
import type { SpotMeUser } from '../views.ts';

const common = { tag: 'transactions', access: 'session' } as const;
const NO_MESSAGE = 'Must include message with your transaction';
const NO_RECIPIENT = 'There is no such recipient';
const LONGEST_MESSAGE = 500;
const UNAUTHORIZED = { description: 'Not signed in', example: { message: 'Unauthorized' } };

async function send(
  deps: DialectDeps,
  { body, session, idempotencyKey }: SessionInputOf<typeof sendBody>,
): Promise<DialectReply> {
  const sender = session.identity.userId;
  const amount = readAmount(body.amount, deps.config.FLORIN_CURRENCY);
  const minor = 'minor' in amount ? amount.minor : 0n;
  const recipient = readUserId(body.recipientID);
  const fault = faultOf(body.message, amount, recipient, sender);
  if (fault !== undefined || recipient === undefined) throw await refuse(deps, sender, minor, fault ?? NO_RECIPIENT);
  const user = await post(deps, { idempotencyKey, sender, recipient, minor, message: body.message });
  return { body: { message: 'Successfully created transaction', user } };
}

function faultOf(
  message: string,
  amount: ReturnType<typeof readAmount>,
  recipient: string | undefined,
  sender: string,
): string | undefined {
  if (message.trim() === '') return NO_MESSAGE;
  if (message.length > LONGEST_MESSAGE) return `The message must have at most ${LONGEST_MESSAGE} characters`;
  if ('fault' in amount) return amount.fault;
  if (recipient === undefined) return NO_RECIPIENT;
  return recipient === sender ? 'You can not send money to yourself' : undefined;
}

/** The published order looks at the balance before anything else: whatever is wrong, a lack of money is told first. */
async function refuse({ clients, config }: DialectDeps, ownerId: string, minor: bigint, fault: string) {
  const { accounts } = await clients.ledger.getAccounts({ ownerId });
  const main = accounts.find(({ kind, currency }) => kind === 'main' && currency === config.FLORIN_CURRENCY);
  return refusal(minor > BigInt(main?.available ?? 0) ? NO_FUNDS : fault);
}

interface Send {
  idempotencyKey: string;
  sender: string;
  recipient: string;
  minor: bigint;
  message: string;
}

async function post(
  deps: DialectDeps,
  { idempotencyKey, sender, recipient, minor, message }: Send,
): Promise<SpotMeUser> {
  const transfer = {
    idempotencyKey,
    callerUserId: sender,
    kind: 'peer',
    from: { userId: sender },
    to: { userId: recipient },
    amount: String(minor),
    currency: deps.config.FLORIN_CURRENCY,
    note: message,
    visibility: 'friends',
  };
  // all that may fail comes before the posting
  const before = await wholeUser(deps, sender);
  const { results } = await deps.clients.ledger.postTransfers({ transfers: [transfer] });
  const error = results[0]?.error;
  if (error) {
    const code = isErrorCode(error.code) ? error.code : 'INTERNAL';
    if (code === 'NOT_FOUND') throw await refuse(deps, sender, minor, NO_RECIPIENT);
    throw asRefusal(new FlorinError(code, error.message), { INSUFFICIENT_FUNDS: NO_FUNDS });
  }
  return withBalance(deps, before, -minor);
}

async function addBalance(
  deps: DialectDeps,
  { body, session, idempotencyKey }: SessionInputOf<typeof addBalanceBody>,
): Promise<DialectReply> {
  const ownerId = session.identity.userId;
  const currency = deps.config.FLORIN_CURRENCY;
  if (!isNumeric(body.amount)) throw refusal(castFault(body.amount));
  const amount = readAmount(body.amount, currency);
  if ('fault' in amount) throw refusal(amount.fault);
  const before = await wholeUser(deps, ownerId);
  const deposit = { idempotencyKey, ownerId, amount: String(amount.minor), currency };
  const { status, failure } = await deps.clients.ledger.deposit(deposit).catch((error: unknown) => {
    throw asRefusal(error);
  });
  if (status === 'failed') throw refusal(failure);
  const done = status === 'succeeded';
  const message = done ? 'Successfully updated your balance' : 'Your money is on its way';
  return { body: { message, user: await withBalance(deps, before, done ? amount.minor : 0n) } };
}

export const moneyRoutes = [
  dialectRoute({
    method: 'POST',
    path: '/transaction/send',
    summary: 'Send money; the fields may also come in the query string',
    ...common,
    once: 'tap',
    body: sendBody,
    example: { recipientID: EXAMPLE.stranger.id, message: 'Dinner', amount: 25.5 },
    replies: {
      200: {
        description:
          'Sent; the same send again within two seconds is sent once, and its reply carries `Idempotency-Replayed: true`',
        example: { message: 'Successfully created transaction', user: EXAMPLE.user },
      },
      400: { description: 'Not sent', example: { message: NO_FUNDS } },
      401: UNAUTHORIZED,
    },
    handler: (input, deps) => send(deps, input),
  }),
  dialectRoute({
    method: 'POST',
    path: '/transaction/add-balance',
    summary: 'Put money into your account',
    ...common,
    once: true,
    body: addBalanceBody,
    example: { amount: '100' },
    replies: {
      200: {
        description: 'Done',
        example: { message: 'Successfully updated your balance', user: EXAMPLE.user },
      },
      400: { description: 'The amount is no good', example: { message: castFault(undefined) } },
      401: UNAUTHORIZED,
    },
    handler: (input, deps) => addBalance(deps, input),
  }),
];
