import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';
import {
  remindedNotice,
  requestDeclinedNotice,
  requestPaidNotice,
  requestedNotice,
} from '../../domain/templates/money.ts';

type PaymentRequestEvent = FlorinEvent<
  | 'ledger.payment-requested.v1'
  | 'ledger.payment-request-paid.v1'
  | 'ledger.payment-request-declined.v1'
  | 'ledger.payment-request-reminded.v1'
>;

/** Asking and reminding is told the payer; paying and declining the one who asked. */
export async function onPaymentRequestEvent({ announceNews }: UseCases, event: PaymentRequestEvent): Promise<void> {
  const { requesterId, payerId, note, currency } = event.data;
  const toPayer = event.type === 'ledger.payment-requested.v1' || event.type === 'ledger.payment-request-reminded.v1';
  const write = (name: string, words: string) => {
    switch (event.type) {
      case 'ledger.payment-requested.v1':
        return requestedNotice(name, event.data, words);
      case 'ledger.payment-request-reminded.v1':
        return remindedNotice(name, event.data, words);
      case 'ledger.payment-request-paid.v1':
        return requestPaidNotice(name, { amount: event.data.paidAmount, currency });
      case 'ledger.payment-request-declined.v1':
        return requestDeclinedNotice(name, event.data);
    }
  };
  const [userId, fromUserId] = toPayer ? [payerId, requesterId] : [requesterId, payerId];
  // the transfer that paid has this key too: whichever event comes first is the one that is told
  const key = event.type === 'ledger.payment-request-paid.v1' ? event.data.transferId : event.id;
  const amount = event.type === 'ledger.payment-request-paid.v1' ? event.data.paidAmount : event.data.amount;
  const data = { requestId: event.data.requestId, amount, currency };
  await announceNews({ key, userId, fromUserId, note, write, data, at: new Date(event.occurredAt), answer: !toPayer });
}
