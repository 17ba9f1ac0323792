import { parseArgs } from 'node:util';
import type { CaptureOrder, RequestHeader } from '../bridge/capture-api.ts';
import {
  CAPTURE_KINDS,
  type CaptureKind,
  MOST_SECONDS,
  pathNameOf,
} from '../core/capture/kinds.ts';
import { type CaptureTarget, readTarget } from '../core/capture/target.ts';
import { oneOf, parsed } from './arguments.ts';
import { UsageError } from './usage.ts';

/** What `allocscope capture` is asked for. */
export interface CaptureOptions {
  readonly order: Omit<CaptureOrder, 'key'>;
  /** Path of the file to make. */
  readonly out: string;
  readonly isForced: boolean;
  readonly isJson: boolean;
}

const DEFAULT_TIMEOUT_SECONDS = 30;
const DEFAULT_MOST_BYTES = 256 * 2 ** 20;

/** The largest file that can be opened. */
const MOST_BYTES = 2 ** 32;

/** Reads the arguments; `env` is where a header may stand that is not to be seen among them. Throws UsageError. */
export function parseCaptureOptions(args: string[], env: NodeJS.ProcessEnv): CaptureOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  const [address, ...more] = positionals;
  if (address === undefined)
    throw new UsageError('Which service? Name its address, such as localhost:6060.');
  if (more.length > 0) throw new UsageError('It captures from one service at a time.');
  if (values.out === undefined) throw new UsageError('Where to? Name the file with --out.');
  const target = readTarget(address);
  if ('error' in target) throw new UsageError(target.error);
  return {
    order: {
      address,
      ...choiceOf(values, target),
      header: headerOf(values.header, values['header-env'], env),
      limits: {
        timeoutSeconds: whole('--timeout', values.timeout, MOST_SECONDS) ?? DEFAULT_TIMEOUT_SECONDS,
        mostBytes: whole('--max-bytes', values['max-bytes'], MOST_BYTES) ?? DEFAULT_MOST_BYTES,
        acceptsAnyCertificate: values.insecure,
      },
      count: counterOf(values.counter, values.metric),
    },
    out: values.out,
    isForced: values.force,
    isJson: values.json,
  };
}

const OPTIONS = {
  out: { type: 'string' },
  kind: { type: 'string' },
  gc: { type: 'boolean', default: false },
  seconds: { type: 'string' },
  header: { type: 'string' },
  'header-env': { type: 'string' },
  timeout: { type: 'string' },
  'max-bytes': { type: 'string' },
  insecure: { type: 'boolean', default: false },
  counter: { type: 'string' },
  metric: { type: 'string' },
  force: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** What an address says itself may be said again, but not otherwise. */
function choiceOf(
  values: {
    readonly kind?: string | undefined;
    readonly gc: boolean;
    readonly seconds?: string | undefined;
  },
  { named }: CaptureTarget,
) {
  const asked = values.kind === undefined ? null : kindOf(values.kind);
  if (named !== null && asked !== null && pathNameOf(asked) !== named.name) {
    throw new UsageError(
      `--kind ${values.kind}: the address names another profile, ${named.name}.`,
    );
  }
  const seconds = whole('--seconds', values.seconds, MOST_SECONDS);
  if (seconds !== null && named !== null && named.seconds !== null && named.seconds !== seconds) {
    throw new UsageError(`--seconds ${seconds}: the address says ${named.seconds}.`);
  }
  const kind = named?.kind ?? asked ?? 'heap';
  if (values.gc && (kind !== 'heap' || (named !== null && named.kind === null))) {
    throw new UsageError('--gc: only for a heap profile the service collects garbage first.');
  }
  if (values.gc && (seconds ?? named?.seconds ?? null) !== null) {
    throw new UsageError('--gc: net/http/pprof ignores it in a profile over --seconds.');
  }
  return { kind, seconds, gc: values.gc };
}

/** The CPU's profile has two names: what it is, and what net/http/pprof calls it. */
function kindOf(text: string): CaptureKind {
  return text === 'profile' ? 'cpu' : oneOf('--kind', CAPTURE_KINDS, text);
}

function headerOf(
  header: string | undefined,
  variable: string | undefined,
  env: NodeJS.ProcessEnv,
): RequestHeader | null {
  if (header !== undefined && variable !== undefined) {
    throw new UsageError('--header and --header-env: one of them is enough.');
  }
  if (variable === undefined) return header === undefined ? null : split('--header', header);
  const text = env[variable];
  if (!text)
    throw new UsageError(`--header-env: there is no variable ${variable}, or it is empty.`);
  return split('--header-env', text);
}

/** It may be a secret, so that no message quotes it. */
function split(option: string, header: string): RequestHeader {
  const colon = header.indexOf(':');
  const [name, value] = [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
  if (colon < 0 || name === '' || value === '') {
    throw new UsageError(
      `${option}: a header is a name and a value, such as “Authorization: Bearer …”.`,
    );
  }
  return { name, value };
}

function counterOf(address: string | undefined, metric: string | undefined): CaptureOrder['count'] {
  if (address === undefined && metric === undefined) return null;
  if (address === undefined || metric === undefined) {
    throw new UsageError(
      '--counter and --metric belong together: the address that tells a number, and its name there.',
    );
  }
  return { kind: 'counter', address, metric };
}

/** A whole number from 1 on; null where the option is not given. */
function whole(option: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) {
    throw new UsageError(`${option}: it is a whole number from 1 to ${most}, not “${text}”.`);
  }
  return number;
}
