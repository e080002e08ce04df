import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { FlorinError, toProblem, type ErrorCode } from '@florin/errors';
import { newId } from '@florin/service-kit';

const BY_CODE: Record<string, [status: string, code: ErrorCode, detail: string]> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'PAYLOAD_TOO_LARGE',
    'The request headers are too large',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'DEADLINE_EXCEEDED', 'The request took too long to arrive'],
};

/** Answers what Node could not even read as a request, in the same shape as every other error. */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || hasBegunAnswer(socket as Socket)) {
      socket.destroy();
      return;
    }
    const [status, code, detail] = BY_CODE[error.code ?? ''] ?? [
      '400 Bad Request',
      'INVALID_ARGUMENT',
      'This is not an HTTP request that could be read',
    ];
    const problem = toProblem(new FlorinError(code, detail), { instance: '/', requestId: newId() });
    const body = JSON.stringify({ ...problem, status: Number(status.slice(0, 3)) });
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nConnection: close\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

/** An answer under way on this connection must not get a second one written into it. */
function hasBegunAnswer(socket: Socket & { _httpMessage?: { headersSent: boolean } | null }): boolean {
  return socket._httpMessage?.headersSent === true;
}
