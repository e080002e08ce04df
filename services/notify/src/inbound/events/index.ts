import { createConsumer, type Consumer, type EventHandlers } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onBudgetThresholdReached } from './budget-threshold-reached.ts';
import { onCodeIssued } from './code-issued.ts';
import {
  onBlockChanged,
  onContactChanged,
  onProfileChanged,
  onPushTokenChanged,
  onUserVerified,
} from './contact-changed.ts';
import { onFriendAccepted, onFriendRequested } from './friend-requested.ts';
import { onPaymentRequestEvent } from './payment-requested.ts';
import { onRecurringTransactionFailed, onScheduledTransferFailed } from './scheduled-transfer-failed.ts';
import { onSecurityChanged } from './security-changed.ts';
import { onTransferPosted, onTransferReversed } from './transfer-posted.ts';
import { onUserRegistered } from './user-registered.ts';
import { onUserTerminated } from './user-terminated.ts';
import { onWalletInvitationAccepted, onWalletInvited, onWalletLeft, onWalletShareEnded } from './wallet-shared.ts';

/** Codes and security notices go by a queue of their own: people wait for them, and nothing else may hold them up. */
const CODES: EventHandlers<UseCases> = {
  'auth.code-issued.v1': onCodeIssued,
  'auth.security-changed.v1': onSecurityChanged,
};

const INBOX: EventHandlers<UseCases> = {
  'auth.user-registered.v1': onUserRegistered,
  'auth.user-verified.v1': onUserVerified,
  'auth.contact-changed.v1': onContactChanged,
  'auth.user-terminated.v1': onUserTerminated,
  'auth.push-token-changed.v1': onPushTokenChanged,
  'users.profile-changed.v1': onProfileChanged,
  'users.block-changed.v1': onBlockChanged,
  'users.friend-requested.v1': onFriendRequested,
  'users.friend-accepted.v1': onFriendAccepted,
  'ledger.transfer-posted.v1': onTransferPosted,
  'ledger.transfer-reversed.v1': onTransferReversed,
  'ledger.payment-requested.v1': onPaymentRequestEvent,
  'ledger.payment-request-paid.v1': onPaymentRequestEvent,
  'ledger.payment-request-declined.v1': onPaymentRequestEvent,
  'ledger.payment-request-reminded.v1': onPaymentRequestEvent,
  'ledger.scheduled-transfer-failed.v1': onScheduledTransferFailed,
  'finance.recurring-transaction-failed.v1': onRecurringTransactionFailed,
  'finance.budget-threshold-reached.v1': onBudgetThresholdReached,
  'finance.wallet-invited.v1': onWalletInvited,
  'finance.wallet-invitation-accepted.v1': onWalletInvitationAccepted,
  'finance.wallet-left.v1': onWalletLeft,
  'finance.wallet-share-ended.v1': onWalletShareEnded,
};

/** Every effect is written under an id made of the event's, so an event told twice has one effect and needs no inbox. */
export function createConsumers(useCases: UseCases): Consumer[] {
  return [createConsumer('notify.codes', CODES, useCases), createConsumer('notify.inbox', INBOX, useCases)];
}
