import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { CaptureLimits, CaptureProgress } from '../../bridge/capture-api.ts';
import { shownAddress } from '../../core/capture/request.ts';
import { formatBytes } from '../../core/units/bytes.ts';
import { CaptureCancelled, CaptureFault } from './capture-fault.ts';
import { connectionFault } from './connection-fault.ts';

/** What is to be fetched, and how long and how much of it. */
interface Get {
  /** Without credentials. */
  readonly address: string;
  /** Sent to the origin of the address, and to no other that a redirect leads to. */
  readonly secretHeaders: Readonly<Record<string, string>>;
  readonly limits: CaptureLimits;
  /** How long the server was asked to take before it answers. */
  readonly serverSeconds: number;
  readonly step: CaptureProgress['step'];
  readonly report: (progress: CaptureProgress) => void;
  readonly signal: AbortSignal;
}

/** What came of it, after redirects. */
export interface Got {
  readonly status: number;
  /** The Content-Encoding header; '' for none. */
  readonly encoding: string;
  /** The Content-Disposition header; '' for none. */
  readonly disposition: string;
  /** Whether net/http/pprof wrote it as an error. */
  readonly isFromPprof: boolean;
  readonly bytes: Uint8Array;
  /** Host and port of who answered. */
  readonly host: string;
  /** Where the request was passed on to, as it may be shown. */
  readonly redirects: readonly string[];
  /** Whether secret headers were left behind on the way. */
  readonly isHeaderDropped: boolean;
}

/** As curl and browsers, with fewer: nobody serves profiles behind a chain of them. */
const MOST_REDIRECTS = 5;

const REDIRECTS: readonly (number | undefined)[] = [301, 302, 303, 307, 308];

/** How often it is told and looked whether the server is overdue. */
const TICK_MS = 200;

/** Fetches an address, following redirects. Rejects with CaptureFault or CaptureCancelled. */
export async function httpGet(get: Get): Promise<Got> {
  const redirects: string[] = [];
  const first = new URL(get.address);
  let url = first;
  for (;;) {
    const isHeaderDropped =
      url.origin !== first.origin && Object.keys(get.secretHeaders).length > 0;
    const headers = { ...HEADERS, ...(url.origin === first.origin ? get.secretHeaders : {}) };
    const answer = await new Exchange(get, url, headers).run();
    if (!('location' in answer)) return { ...answer, host: url.host, redirects, isHeaderDropped };
    url = followed(url, answer.location);
    redirects.push(elided(shownAddress(url.href)));
    if (redirects.length > MOST_REDIRECTS) {
      throw new CaptureFault(
        `${first.host} passes the request on and on: ${redirects.join(', then ')}. Ask the service itself.`,
        { trouble: 'address' },
      );
    }
  }
}

/** A server may send addresses of any length. */
function elided(address: string): string {
  return address.length > MOST_SHOWN ? `${address.slice(0, MOST_SHOWN)}…` : address;
}

const MOST_SHOWN = 200;

/** Profiles are compressed already; what a proxy compressed besides would be another file than the service's. */
const HEADERS = { 'User-Agent': 'allocscope', 'Accept-Encoding': 'identity', Accept: '*/*' };

function followed(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) {
    throw new CaptureFault(`${from.host} passes the request on to what is no address.`, {
      trouble: 'address',
    });
  }
  const to = new URL(location, from.href);
  if (to.protocol !== 'http:' && to.protocol !== 'https:') {
    throw new CaptureFault(
      `${from.host} passes the request on to ${to.protocol}, which is not asked.`,
      { trouble: 'address' },
    );
  }
  to.username = '';
  to.password = '';
  to.hash = '';
  return to;
}

type Reply = Omit<Got, 'host' | 'redirects' | 'isHeaderDropped'> | { readonly location: string };

/** One request and its answer. */
class Exchange {
  private readonly get: Get;
  private readonly url: URL;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly startedMillis = performance.now();
  /** When the server was heard of last; until it is due, that moment. */
  private heardMillis: number;
  private receivedBytes = 0;
  private totalBytes = 0;
  private isAnswered = false;
  /** Why we ended it ourselves: the connection's own error says but that it is over. */
  private end: Error | null = null;

  constructor(get: Get, url: URL, headers: Readonly<Record<string, string>>) {
    this.get = get;
    this.url = url;
    this.headers = headers;
    this.heardMillis = this.startedMillis + get.serverSeconds * 1000;
  }

  async run(): Promise<Reply> {
    const { signal } = this.get;
    if (signal.aborted) throw new CaptureCancelled();
    const request = this.send();
    const stop = (error: Error) => {
      this.end ??= error;
      request.destroy(error);
    };
    const cancel = () => stop(new CaptureCancelled());
    signal.addEventListener('abort', cancel, { once: true });
    const ticking = setInterval(() => this.tick(stop), TICK_MS);
    this.report();
    try {
      const response = await this.answered(request);
      return await this.receive(response, stop);
    } catch (thrown) {
      throw this.end ?? this.explained(thrown);
    } finally {
      clearInterval(ticking);
      signal.removeEventListener('abort', cancel);
      request.destroy();
    }
  }

  private send(): ClientRequest {
    const { acceptsAnyCertificate } = this.get.limits;
    // No connection outlives its answer.
    const options = { headers: this.headers, agent: false } as const;
    if (this.url.protocol === 'http:') return requestHttp(this.url, options);
    return requestHttps(this.url, { ...options, rejectUnauthorized: !acceptsAnyCertificate });
  }

  private answered(request: ClientRequest): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request.on('response', resolve);
      // It may come again after the answer, when nobody waits for it any more.
      request.on('error', reject);
      request.end();
    });
  }

  private async receive(response: IncomingMessage, stop: (error: Error) => void): Promise<Reply> {
    const { statusCode, headers } = response;
    if (REDIRECTS.includes(statusCode) && headers.location !== undefined) {
      return { location: headers.location };
    }
    this.isAnswered = true;
    this.heard();
    this.totalBytes = Number(headers['content-length'] ?? 0) || 0;
    this.refuseLarge(this.totalBytes, stop);
    const chunks: Uint8Array[] = [];
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      this.heard();
      this.receivedBytes += chunk.length;
      this.refuseLarge(this.receivedBytes, stop);
      chunks.push(chunk);
    }
    this.report();
    return {
      status: statusCode ?? 0,
      encoding: headers['content-encoding'] ?? '',
      disposition: headers['content-disposition'] ?? '',
      isFromPprof: headers['x-go-pprof'] !== undefined,
      bytes: new Uint8Array(Buffer.concat(chunks)),
    };
  }

  private refuseLarge(bytes: number, stop: (error: Error) => void): void {
    const { mostBytes } = this.get.limits;
    if (bytes <= mostBytes) return;
    const advice =
      this.get.step === 'counter' ? 'Is it its address?' : 'Is it a profile? If so, allow more.';
    const sentence = `${this.url.host} answers with more than ${formatBytes(mostBytes)}. ${advice}`;
    const fault = new CaptureFault(sentence, { trouble: 'size' });
    stop(fault);
    throw fault;
  }

  private heard(): void {
    this.heardMillis = Math.max(this.heardMillis, performance.now());
  }

  private tick(stop: (error: Error) => void): void {
    const { limits, serverSeconds } = this.get;
    if (performance.now() - this.heardMillis <= limits.timeoutSeconds * 1000) this.report();
    else {
      const asked =
        serverSeconds > 0 ? `, besides the ${serverSeconds} s that it was asked to take` : '';
      const sentence = this.isAnswered
        ? `${this.url.host} began to answer, then fell silent for ${limits.timeoutSeconds} s. Ask again, or wait longer.`
        : `${this.url.host} did not answer within ${limits.timeoutSeconds} s${asked}. Is it busy, or is the way to it slow? Wait longer, or ask for fewer seconds.`;
      stop(new CaptureFault(sentence, { trouble: 'time' }));
    }
  }

  private report(): void {
    const { step, serverSeconds, report } = this.get;
    const { host } = this.url;
    if (step === 'counter') report({ step, host, done: 0, total: 0 });
    else if (this.isAnswered && this.receivedBytes > 0) {
      report({ step: 'receiving', host, done: this.receivedBytes, total: this.totalBytes });
    } else {
      const done = (performance.now() - this.startedMillis) / 1000;
      report({ step: 'waiting', host, done, total: serverSeconds });
    }
  }

  private explained(thrown: unknown): unknown {
    if (thrown instanceof CaptureFault) return thrown;
    if (!this.isAnswered) return connectionFault(this.url.host, thrown);
    const of = this.totalBytes > 0 ? ` of ${formatBytes(this.totalBytes)}` : '';
    return new CaptureFault(
      `${this.url.host} broke off after ${formatBytes(this.receivedBytes)}${of}: the profile is not whole. Ask again, and look at the service's own log.`,
      { trouble: 'other', cause: thrown },
    );
  }
}
