import { createPrivateKey, sign } from 'node:crypto';
import type { Clock } from '@florin/service-kit';
import type { Transport } from '../../app/messages/ports.ts';
import { post } from './http.ts';

export interface ServiceAccount {
  project_id: string;
  client_email: string;
  private_key: string;
  token_uri: string;
}

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const HOUR_SECONDS = 3_600;
/** a token is renewed this long before it ends */
const SPARE_SECONDS = 300;

/** Push by Firebase Cloud Messaging, HTTP v1 (firebase.google.com/docs/cloud-messaging). */
export function createFcm(options: { url: string; account: ServiceAccount; clock: Clock }): Transport {
  const { url, account, clock } = options;
  const accessToken = createAccessTokens(account, clock);
  return {
    name: 'fcm',
    send: async ({ id, to, content }) => {
      const message = { token: to, notification: { title: content.subject, body: content.text }, data: { id } };
      await post({
        provider: 'fcm',
        url: `${url}/v1/projects/${encodeURIComponent(account.project_id)}/messages:send`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await accessToken()}` },
        body: JSON.stringify({ message }),
      });
    },
  };
}

/** OAuth 2.0 access tokens of a service account by a signed JWT (RFC 7523), each used for most of its hour. */
function createAccessTokens(account: ServiceAccount, clock: Clock): () => Promise<string> {
  const key = createPrivateKey(account.private_key);
  let held = { token: '', until: 0 };
  return async () => {
    const now = Math.floor(clock().getTime() / 1000);
    if (held.until > now) return held.token;
    const claims = {
      iss: account.client_email,
      scope: SCOPE,
      aud: account.token_uri,
      iat: now,
      exp: now + HOUR_SECONDS,
    };
    const input = [{ alg: 'RS256', typ: 'JWT' }, claims].map(encode).join('.');
    const assertion = `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
    const grant = await post({
      provider: 'the token endpoint',
      url: account.token_uri,
      headers: {},
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
    }).catch((error: unknown) => {
      // a refused sign-in is the operator's to mend, not the message's fault
      throw new Error('no access token for fcm', { cause: error });
    });
    const token = (grant as { access_token?: unknown } | undefined)?.access_token;
    if (typeof token !== 'string') throw new Error('the token endpoint gave no access token');
    held = { token, until: now + HOUR_SECONDS - SPARE_SECONDS };
    return token;
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
