import { Counter } from 'prom-client';
import type { Metrics } from '@florin/service-kit';
import type { CountSms } from '../app/codes/ports.ts';

/** Counts codes sent by text message, by country: each costs money. */
export function createSmsCounter({ registry }: Metrics): CountSms {
  const counter = new Counter({
    name: 'florin_auth_sms_codes_total',
    help: 'Codes sent by text message, by country of the number',
    labelNames: ['country'],
    registers: [registry],
  });
  return (country) => {
    counter.inc({ country });
  };
}
