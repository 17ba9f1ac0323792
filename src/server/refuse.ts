import type { ServerResponse } from 'node:http';

/** Answers a request with a sentence why it is not done. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${sentence}\n`);
}
