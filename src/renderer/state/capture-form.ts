import type { CaptureOrder } from '../../bridge/capture-api.ts';
import type { SideName } from '../../bridge/comparison-api.ts';
import type { CaptureChoices } from '../../bridge/settings.ts';
import { type CaptureKind, MOST_SECONDS } from '../../core/capture/kinds.ts';
import {
  isOfMoment,
  type ProfileRequest,
  profileRequest,
  rememberedAddress,
} from '../../core/capture/request.ts';
import { type CaptureTarget, readAddress, readTarget } from '../../core/capture/target.ts';
import { parseDivisor } from '../../core/units/parse-count.ts';

/** What stands in the dialog for captures, as it was typed. The header is kept nowhere but in it. */
export interface CaptureForm extends Omit<CaptureChoices, 'seconds'> {
  readonly seconds: string;
  /** What becomes of the profile: it is opened by itself, or as a side of a comparison. */
  readonly side: 'alone' | SideName;
  readonly requests: string;
  readonly headerName: string;
  readonly headerValue: string;
  readonly acceptsAnyCertificate: boolean;
  readonly timeout: string;
  readonly mostMebibytes: string;
}

/** What may be wrong with what was typed; '' for nothing. */
type CaptureErrors = Readonly<
  Record<'address' | 'seconds' | 'requests' | 'counter' | 'timeout' | 'mostMebibytes', string>
>;

/** A form as it is understood. */
export interface ReadForm {
  /** Null where the address is none. */
  readonly target: CaptureTarget | null;
  readonly request: ProfileRequest | null;
  /** The kind that is captured; null for a profile of the service's own. */
  readonly kind: CaptureKind | null;
  readonly errors: CaptureErrors;
  /** Null where something is wrong. */
  readonly order: Omit<CaptureOrder, 'key'> | null;
}

const MOST_MEBIBYTES = 4096;

/** The form with what was chosen last. */
export function captureFormOf({ seconds, ...choices }: CaptureChoices): CaptureForm {
  return {
    ...choices,
    seconds: `${seconds}`,
    side: 'alone',
    requests: '',
    headerName: 'Authorization',
    headerValue: '',
    acceptsAnyCertificate: false,
    timeout: '30',
    mostMebibytes: '256',
  };
}

/** What of a form is worth remembering; what cannot be read stays as it was. */
export function choicesOf(form: CaptureForm, before: CaptureChoices): CaptureChoices {
  const { kind, isOverTime, gc, counting, counterAddress, metric } = form;
  const target = readTarget(form.address);
  const seconds = wholeNumber(form.seconds, MOST_SECONDS);
  return {
    address: 'error' in target ? before.address : rememberedAddress(form.address, target),
    kind,
    isOverTime,
    seconds: seconds ?? before.seconds,
    gc,
    counting,
    counterAddress: /[@?#]/.test(counterAddress) ? before.counterAddress : counterAddress.trim(),
    metric: metric.trim(),
  };
}

/** Reads a form. */
export function readCaptureForm(form: CaptureForm): ReadForm {
  const read = readTarget(form.address);
  const target = 'error' in read ? null : read;
  const named = target?.named ?? null;
  const kind = named === null ? form.kind : named.kind;
  const isTimed = kind === 'cpu' || (kind !== null && form.isOverTime);
  const wantsSeconds = isTimed && (named?.seconds ?? null) === null;
  const seconds = wantsSeconds ? wholeNumber(form.seconds, MOST_SECONDS) : null;
  const choice = { kind: kind ?? form.kind, seconds, gc: form.gc };
  const request = target && profileRequest(target, choice);
  const count = readCount(form, request);
  const timeoutSeconds = wholeNumber(form.timeout, MOST_SECONDS);
  const mebibytes = wholeNumber(form.mostMebibytes, MOST_MEBIBYTES);
  const errors: CaptureErrors = {
    address: 'error' in read ? read.error : '',
    seconds: wantsSeconds && seconds === null ? 'Write a whole number of seconds.' : '',
    requests: '',
    counter: '',
    timeout: timeoutSeconds === null ? 'Write a whole number of seconds.' : '',
    mostMebibytes: mebibytes === null ? `Write a whole number up to ${MOST_MEBIBYTES}.` : '',
    ...('errors' in count ? count.errors : {}),
  };
  const isFaulty = Object.values(errors).some((error) => error !== '');
  if (isFaulty || 'errors' in count || timeoutSeconds === null || mebibytes === null) {
    return { target, request, kind, errors, order: null };
  }
  const { headerName, headerValue, acceptsAnyCertificate, address } = form;
  const header =
    headerValue.trim() === '' ? null : { name: headerName.trim(), value: headerValue.trim() };
  const limits = { timeoutSeconds, mostBytes: mebibytes * 2 ** 20, acceptsAnyCertificate };
  const order = { address, ...choice, header, limits, count: count.source };
  return { target, request, kind, errors, order };
}

function readCount(
  { counting, requests, counterAddress, metric }: CaptureForm,
  request: ProfileRequest | null,
):
  | { readonly source: CaptureOrder['count'] }
  | { readonly errors: { readonly requests?: string; readonly counter?: string } } {
  if (counting === 'none' || request === null || isOfMoment(request)) return { source: null };
  if (counting === 'typed') {
    // It may not be known yet.
    if (requests.trim() === '') return { source: null };
    const count = parseDivisor(requests);
    return typeof count === 'number'
      ? { source: { kind: 'typed', count } }
      : { errors: { requests: count.error } };
  }
  const address = counterAddress.trim();
  if (!address.startsWith('/') && 'error' in readAddress(address)) {
    return { errors: { counter: 'Write its address, such as /debug/vars or /metrics.' } };
  }
  if (metric.trim() === '') {
    return { errors: { counter: 'Write its name, such as requests or http_requests_total.' } };
  }
  return { source: { kind: 'counter', address, metric: metric.trim() } };
}

/** A whole number from 1 on; null where it is none. */
function wholeNumber(text: string, most: number): number | null {
  const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
