import { type CaptureChoice, CPU_SECONDS, pathNameOf } from './kinds.ts';
import type { CaptureTarget } from './target.ts';

/** The request for a profile. */
export interface ProfileRequest {
  /** The whole address; credentials are not in it. */
  readonly address: string;
  /** The profile's name in the address. */
  readonly name: string;
  /** How long the server takes before it answers, as it was asked to. */
  readonly serverSeconds: number;
  /** Whether it covers the seconds from the request on rather than all since the service started. */
  readonly isOverTime: boolean;
}

/** The request for a profile of a service. What an address that names a profile says itself stands. */
export function profileRequest(target: CaptureTarget, choice: CaptureChoice): ProfileRequest {
  const { index, parameters, named } = target;
  const name = named?.name ?? pathNameOf(choice.kind);
  const isCpu = name === 'profile';
  const asked = named?.seconds ?? choice.seconds;
  const seconds = asked ?? (isCpu ? CPU_SECONDS : null);
  const gc = named?.gc ?? (choice.gc && name === 'heap' && seconds === null);
  const query = new URLSearchParams(parameters.map(([key, value]) => [key, value]));
  if (gc) query.append('gc', '1');
  if (seconds !== null) query.append('seconds', `${seconds}`);
  const search = query.toString();
  return {
    address: `${index}${name}${search === '' ? '' : `?${search}`}`,
    name,
    serverSeconds: seconds ?? 0,
    isOverTime: seconds !== null,
  };
}

/** Whether it tells of a moment, as of goroutines and threads: nothing adds up in it while requests are served. */
export function isOfMoment({ name, isOverTime }: ProfileRequest): boolean {
  return !isOverTime && (name === 'goroutine' || name === 'threadcreate');
}

/** An address as it may be shown and kept: credentials are left out, and values of parameters that may be secrets. */
export function shownAddress(address: string): string {
  const url = new URL(address);
  const parameters = [...url.searchParams].map(([key, value]) => {
    const name = encodeURIComponent(key);
    return HARMLESS.includes(key) ? `${name}=${encodeURIComponent(value)}` : `${name}=…`;
  });
  const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return `${url.origin}${url.pathname}${search}`;
}

/** Parameters of net/http/pprof. */
const HARMLESS: readonly string[] = ['seconds', 'gc', 'debug'];

/** What was typed, as it may be remembered: as it is, or without what may be a secret. */
export function rememberedAddress(typed: string, { index, named }: CaptureTarget): string {
  return /[@?#]/.test(typed) ? `${index}${named?.name ?? ''}` : typed.trim();
}
