import type { CapturedCount, CaptureFacts, CaptureOrder } from '../../bridge/capture-api.ts';
import { refusalOf } from '../../core/capture/answer.ts';
import {
  isOfMoment,
  type ProfileRequest,
  profileRequest,
  shownAddress,
} from '../../core/capture/request.ts';
import { type CaptureTarget, readTarget } from '../../core/capture/target.ts';
import type { CaptureControl } from './capture-control.ts';
import { CaptureFault } from './capture-fault.ts';
import { Counter } from './counter.ts';
import { type Got, httpGet } from './http-get.ts';
import { refuseCut } from './refuse-cut.ts';
import { secretHeaders } from './secret-headers.ts';

/** A profile as it came. */
interface Captured {
  readonly facts: CaptureFacts;
  readonly bytes: Uint8Array;
}

/**
 * Asks a running service for a profile, and its counter if that is wanted; nothing else is requested. Rejects
 * with CaptureFault or CaptureCancelled.
 */
export async function capture(
  order: Omit<CaptureOrder, 'key'>,
  { report, signal }: CaptureControl,
): Promise<Captured> {
  const target = readTarget(order.address);
  if ('error' in target) throw new CaptureFault(target.error, { trouble: 'address' });
  const headers = secretHeaders(order.header, target.credentials);
  const request = profileRequest(target, order);
  const { limits } = order;
  const askedMillis = Date.now();
  const counter = Counter.of(order, target, headers, { report, signal });
  const before = counter === null || isOfMoment(request) ? null : await firstReading(counter);
  const got = await httpGet({
    address: request.address,
    secretHeaders: headers,
    limits,
    serverSeconds: request.serverSeconds,
    step: 'waiting',
    report,
    signal,
  });
  const isAuthenticated = Object.keys(headers).length > 0;
  const refusal = refusalOf(got, { ...got, name: request.name, isAuthenticated });
  if (refusal !== null) throw new CaptureFault(after(got, refusal), { trouble: troubleOf(got) });
  await refuseCut(got.host, got.bytes);
  const { count, remark } = await countRequests(order, request, counter, before);
  return {
    bytes: got.bytes,
    facts: {
      address: shownAddress(request.address),
      host: hostOf(target),
      profile: request.name,
      seconds: request.isOverTime ? request.serverSeconds : null,
      fileBytes: got.bytes.length,
      askedMillis,
      redirects: got.redirects,
      count,
      remarks: [...remarksOn(request, got), ...(remark === undefined ? [] : [remark])],
    },
  };
}

/** Says of a failure that it is the counter's, and no profile was asked for. */
async function firstReading(counter: Counter): Promise<CapturedCount> {
  try {
    return await counter.read();
  } catch (thrown) {
    if (!(thrown instanceof CaptureFault)) throw thrown;
    const trouble = thrown.trouble === 'certificate' ? 'certificate' : 'counter';
    const message = `The counter could not be read. ${thrown.message}`;
    throw new CaptureFault(message, { trouble, cause: thrown });
  }
}

const hostOf = ({ index }: CaptureTarget) => new URL(index).host;

/** Says where an answer came from that is not who was asked. */
function after({ redirects }: Got, sentence: string): string {
  return redirects.length === 0
    ? sentence
    : `Passed on to ${redirects.join(', then ')}: ${sentence}`;
}

function troubleOf({ status }: Got): CaptureFault['trouble'] {
  if (status === 401 || status === 403 || status === 407) return 'header';
  return status === 200 || status === 404 ? 'address' : 'other';
}

function remarksOn(
  request: ProfileRequest,
  { redirects, isHeaderDropped, disposition }: Got,
): string[] {
  const remarks: string[] = [];
  if (redirects.length > 0) {
    remarks.push(`The request was passed on to ${redirects.join(', then ')}.`);
  }
  if (isHeaderDropped) {
    remarks.push('The header was not sent there, since that is another host.');
  }
  // net/http/pprof names what it answers: "heap-delta" over a time, "heap" for all since the start.
  const [, name] = /filename="?([^";]{1,200})/.exec(disposition) ?? [];
  if (request.isOverTime && request.name !== 'profile' && name === request.name) {
    remarks.push(
      `The service took no notice of the ${request.serverSeconds} seconds, as an old version of Go does: the profile covers all since it started.`,
    );
  }
  return remarks;
}

/** How many requests a profile belongs to; null where that is not known, which `remark` may explain. */
interface RequestCount {
  readonly count: CapturedCount | null;
  readonly remark?: string;
}

/** `before` is what the counter said before the profile was asked for. */
async function countRequests(
  { count }: Pick<CaptureOrder, 'count'>,
  request: ProfileRequest,
  counter: Counter | null,
  before: CapturedCount | null,
): Promise<RequestCount> {
  if (count === null) return { count: null };
  if (isOfMoment(request)) {
    return {
      count: null,
      remark: 'A profile of a moment is not divided by requests: the count was not kept.',
    };
  }
  if (count.kind === 'typed') {
    return { count: { value: count.count, before: null, after: null, series: 0 } };
  }
  if (counter === null || before === null) return { count: null };
  if (request.isOverTime) return await countMeanwhile(counter, before);
  return before.value > 0
    ? { count: before }
    : { count: null, remark: 'The counter was at 0: there is nothing to divide by.' };
}

async function countMeanwhile(counter: Counter, before: CapturedCount): Promise<RequestCount> {
  try {
    const { value: last } = await counter.read();
    const value = last - before.value;
    if (value > 0) return { count: { ...before, value, before: before.value, after: last } };
    const remark =
      value < 0
        ? 'The counter fell meanwhile: the service was started again, so there is nothing to divide by.'
        : 'The counter did not move meanwhile: there is nothing to divide by.';
    return { count: null, remark };
  } catch (thrown) {
    if (!(thrown instanceof CaptureFault)) throw thrown;
    const remark = `The counter could not be read a second time. ${thrown.message}`;
    return { count: null, remark };
  }
}
