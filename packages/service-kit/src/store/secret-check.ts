import { createHash } from 'node:crypto';
import { ConfigError } from '../config-error.ts';
import { deriveKey } from '../seal.ts';

/** What a store keeps to recognise the secret it was written with. It says nothing about the secret or keys made of it. */
export function secretCheckValue(secret: string): string {
  return createHash('sha256').update(deriveKey(secret, 'store-check').export()).digest('base64url');
}

/** The error of a start over data that was written with another secret: passwords and sealed values could not be read. */
export function wrongSecret(store: string, variable: string): ConfigError {
  return new ConfigError(
    `The ${store} was written with another INTERNAL_SECRET.\n` +
      'Start with that secret: npm start keeps it in the file "secret" of FLORIN_DATA, Docker Compose takes it from .env.\n' +
      `If its data may go, empty it, or let ${variable} name an empty one.`,
  );
}
