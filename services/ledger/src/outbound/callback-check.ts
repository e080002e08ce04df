import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@florin/service-kit';

/** Signs what a funding provider says of a funding: HMAC-SHA-256 by a key derived from the shared secret, hex. */
export function signCallback(secret: string, fundingId: string, status: string): string {
  return createHmac('sha256', deriveKey(secret, 'funding-callback')).update(`${fundingId}.${status}`).digest('hex');
}

export function createCallbackCheck(secret: string) {
  return (fundingId: string, status: string, signature: string): boolean =>
    timingSafeEqual(
      Buffer.from(signCallback(secret, fundingId, status)),
      Buffer.from(signature.padEnd(64).slice(0, 64)),
    );
}
