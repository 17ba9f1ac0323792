import { visibleText } from '../text/visible-text.ts';
import { type CaptureKind, kindOfPathName } from './kinds.ts';

/** The service that a user means, read from what they typed. */
export interface CaptureTarget {
  /** Where its profiles are, without credentials: `http://localhost:6060/debug/pprof/`. */
  readonly index: string;
  /** Further parameters of the address, which every request for a profile carries. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** The profile that the address itself names; null where it names a service. */
  readonly named: NamedProfile | null;
  /** User and password that stood in the address; null for none. */
  readonly credentials: Credentials | null;
}

interface NamedProfile {
  /** As in its path. */
  readonly name: string;
  /** Null for a profile of the service's own. */
  readonly kind: CaptureKind | null;
  /** What the address says of them; null for nothing. */
  readonly seconds: number | null;
  readonly gc: boolean | null;
}

interface Credentials {
  readonly user: string;
  readonly password: string;
}

const EXAMPLE = 'such as localhost:6060';

/**
 * Reads the address of a service, of its profiles or of one of them: `localhost:6060`, `:6060`,
 * `https://api.example/debug/pprof/`, `http://localhost:6060/debug/pprof/heap?gc=1`. A path that does not end in
 * `pprof` is taken for the folder that `debug/pprof/` is in. A sentence where it is no such address.
 */
export function readTarget(text: string): CaptureTarget | { readonly error: string } {
  const url = readAddress(text);
  if ('error' in url) return url;
  const { path, name } = profilePath(url.pathname);
  if (name !== null && OTHER_HANDLERS[name] !== undefined) return { error: OTHER_HANDLERS[name] };
  const seconds = url.searchParams.get('seconds');
  return {
    index: `${url.origin}${path}`,
    parameters: [...url.searchParams].filter(([key]) => !OWN_PARAMETERS.includes(key)),
    named:
      name === null
        ? null
        : {
            name,
            kind: kindOfPathName(name),
            seconds: seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) : null,
            gc: url.searchParams.get('gc') === null ? null : url.searchParams.get('gc') !== '0',
          },
    credentials: credentialsOf(url),
  };
}

/** The parameters of net/http/pprof that a capture sets by itself. */
const OWN_PARAMETERS = ['seconds', 'gc'];

/** What net/http/pprof serves besides profiles. */
const OTHER_HANDLERS: Readonly<Record<string, string>> = {
  trace: 'That is an execution trace, not a profile: go tool trace reads it.',
  cmdline: 'That is the command line of the service, not a profile.',
  symbol: 'That looks up symbols; it is not a profile.',
};

/**
 * An address of http or https; `http://` where no scheme is written, and this machine where only a port is. A
 * sentence where it is none.
 */
export function readAddress(text: string): URL | { readonly error: string } {
  const typed = text.trim();
  if (typed === '') return { error: `Write the address of the service, ${EXAMPLE}.` };
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) {
    return { error: `Only http and https can be asked, not ${visibleText(scheme.slice(0, 20))}.` };
  }
  const isPort = /^:?\d{1,5}(?:\/|$)/.test(typed);
  const whole =
    scheme === undefined
      ? `http://${isPort ? `localhost:${typed.replace(/^:/, '')}` : typed}`
      : typed;
  if (!URL.canParse(whole)) return { error: `That is not an address ${EXAMPLE}.` };
  return new URL(whole);
}

/** Where the profiles are, and the name of the one that is named, from the path of an address. */
function profilePath(pathname: string): { readonly path: string; readonly name: string | null } {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1);
  const folder = (names: readonly string[]) => `/${names.map((name) => `${name}/`).join('')}`;
  if (last === 'pprof') return { path: folder(segments), name: null };
  if (last !== undefined && segments.at(-2) === 'pprof') {
    return { path: folder(segments.slice(0, -1)), name: last };
  }
  return { path: folder([...segments, 'debug', 'pprof']), name: null };
}

function credentialsOf({ username, password }: URL): Credentials | null {
  if (username === '' && password === '') return null;
  return { user: unescaped(username), password: unescaped(password) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
