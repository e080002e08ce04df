import { createHash, createHmac } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import type { AttachmentFiles } from '../app/attachments/ports.ts';

interface Bucket {
  /** such as https://s3.eu-central-1.amazonaws.com; buckets stand in the path */
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

const TIMEOUT_MS = 15_000;
/** bytes are streamed: their hash is not known when the request is signed */
const PAYLOAD = 'UNSIGNED-PAYLOAD';

/** Attachments as objects of a bucket of any store that speaks Amazon's S3. */
export function createAttachmentBucket(bucket: Bucket, clock: Clock): AttachmentFiles {
  const send = async (method: string, id: string, content?: { bytes: AsyncIterable<Uint8Array>; size: number }) => {
    const url = new URL(`/${bucket.bucket}/attachments/${id}`, bucket.endpoint);
    const size = content ? { 'content-length': content.size } : {};
    const headers = { ...signed(bucket, { method, url, now: clock() }), ...size };
    const options = { method, headers, timeout: TIMEOUT_MS };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
    request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    const answer = new Promise<IncomingMessage>((resolve, reject) =>
      request.once('response', resolve).once('error', reject),
    );
    try {
      if (content) await Promise.all([answer, pipeline(content.bytes, request)]);
      else request.end();
      return await answer;
    } catch (error) {
      answer.catch(() => undefined);
      if (isFlorinError(error)) throw error;
      throw new FlorinError('UNAVAILABLE', 'The store of attachments is out of reach', {
        cause: error,
        retryAfterSeconds: 1,
      });
    }
  };
  const done = (response: IncomingMessage, ...expected: number[]): void => {
    response.resume();
    if (expected.includes(response.statusCode ?? 0)) return;
    throw new FlorinError('UNAVAILABLE', `The store of attachments answered ${response.statusCode}`, {
      retryAfterSeconds: 1,
    });
  };
  return {
    put: async (id, bytes, size) => {
      done(await send('PUT', id, { bytes, size }), 200);
    },
    get: async (id) => {
      const response = await send('GET', id);
      if (response.statusCode === 200) return response;
      done(response, 404);
      return undefined;
    },
    remove: async (id) => {
      done(await send('DELETE', id), 200, 204, 404);
    },
  };
}

/** The headers of a request with its signature (AWS Signature Version 4). */
function signed(
  { region, accessKey, secretKey }: Bucket,
  { method, url, now }: { method: string; url: URL; now: Date },
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const headers = { host: url.host, 'x-amz-content-sha256': PAYLOAD, 'x-amz-date': time };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = [method, url.pathname, '', lines.join(''), names, PAYLOAD].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, hash].join('\n')).toString('hex');
  const credential = `Credential=${accessKey}/${scope}`;
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
