import { CONSUMERS } from '@florin/contracts';
import { inertUseCases } from '@florin/service-kit';
import { createConsumers as auth } from '../../services/auth/src/inbound/events/index.ts';
import { createConsumers as finance } from '../../services/finance/src/inbound/events/index.ts';
import { createConsumers as ledger } from '../../services/ledger/src/inbound/events/index.ts';
import { createConsumers as notify } from '../../services/notify/src/inbound/events/index.ts';
import { createConsumers as users } from '../../services/users/src/inbound/events/index.ts';

test('codes and security notices share their queue with nothing else', () => {
  const [codes, inbox] = notify(inertUseCases());
  expect([codes?.name, codes?.types]).toEqual(['notify.codes', ['auth.code-issued.v1', 'auth.security-changed.v1']]);
  expect(inbox?.types).not.toContain('auth.security-changed.v1');
});

test('the list of consumers names every queue that a service reads', () => {
  const consumers = [
    auth(inertUseCases()),
    users(inertUseCases()),
    ledger(inertUseCases()),
    finance(inertUseCases()),
    notify(inertUseCases()),
  ].flat();
  expect(consumers.map(({ name }) => name)).toEqual([...CONSUMERS]);
});
