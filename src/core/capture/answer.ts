import { readHead } from '../formats/file-head.ts';
import { visibleText } from '../text/visible-text.ts';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** Value of the Content-Encoding header; '' for none. */
  readonly encoding: string;
  /** Whether net/http/pprof wrote it: it marks its errors with X-Go-Pprof. */
  readonly isFromPprof: boolean;
  readonly bytes: Uint8Array;
}

/** What was asked, as far as it helps to explain the answer. */
export interface Asked {
  /** Host and port of who answered, for people. */
  readonly host: string;
  /** The profile's name in the address. */
  readonly name: string;
  /** Whether a header of the user's, or credentials, went along. */
  readonly isAuthenticated: boolean;
  /** Whether one was left behind because the server passed the request on to another host. */
  readonly isHeaderDropped: boolean;
}

/**
 * Why an answer is no profile, in sentences for people: what happened, and what to do. Null where it may be one.
 * The texts of Go are those of net/http, net/http/pprof and runtime/pprof.
 */
export function refusalOf(answer: Answer, asked: Asked): string | null {
  const { status, encoding, bytes } = answer;
  const { host } = asked;
  if (status !== 200) return refusalOfStatus(answer, asked);
  if (bytes.length === 0) {
    return `${host} answered with nothing. Ask again, and look at the service's own log.`;
  }
  if (encoding !== '' && !/^(?:identity|x-gzip|gzip|zstd)$/i.test(encoding)) {
    return `${host} compressed its answer in a way (${quoted(encoding)}) that it was asked not to. Ask the service itself rather than a proxy before it.`;
  }
  const { text } = readHead(bytes);
  if (/^\s*</.test(text)) {
    return `${host} answered with a web page instead of a profile${titleOf(text)}. Is it the port of the service's net/http/pprof, or does a login stand before it?`;
  }
  if (/^\s*[[{]/.test(text)) {
    return `${host} answered with JSON instead of a profile: ${firstWords(text)}. Is it the port of the service's net/http/pprof?`;
  }
  if (text !== '' && !LEGACY.test(text)) {
    return `${host} answered with text instead of a profile: ${firstWords(text)}. Is it the port of the service's net/http/pprof?`;
  }
  return null;
}

/** How the profiles begin that net/http/pprof writes as text, where the address asks for debug=1. */
const LEGACY =
  /^\s*(?:heap profile:|--- ?(?:heapz|contention|mutex|block)|\S{1,200} profile: total \d)/;

function refusalOfStatus(answer: Answer, asked: Asked): string {
  const { status, isFromPprof } = answer;
  const { host, name, isAuthenticated, isHeaderDropped } = asked;
  const { text } = readHead(answer.bytes);
  const hasSaid = !/^\s*(?:<|$)/.test(text) && text.trim() !== STATUS_WORDS[status];
  const said = hasSaid ? `, and said: ${firstWords(text)}` : '';
  const lead = `${host} answered ${statusWords(status)}${said}.`;
  const advice = adviceFor(text);
  if (advice !== null) return `${lead} ${advice}`;
  switch (status) {
    case 401:
    case 403:
    case 407:
      if (isHeaderDropped) {
        return `${lead} The header was not sent there, since another host had passed the request on: ask that address itself.`;
      }
      return isAuthenticated
        ? `${lead} It does not take the header that was sent: is it complete, and still valid?`
        : `${lead} It wants to know who asks: give it a header, such as Authorization: Bearer ….`;
    case 404:
    case 405:
    case 410:
      return isFromPprof
        ? `${lead} The service has no profile named “${visibleText(name)}”.`
        : `${lead} There is no net/http/pprof at that address. Does the service import it (import _ "net/http/pprof"), and is this the port and path of the mux that has its handlers?`;
    case 400:
      return `${lead} It does not take the request: a service of an older Go may not know a profile over time.`;
    case 408:
    case 504:
      return `${lead} It, or a proxy before it, does not wait so long: ask for fewer seconds.`;
    case 429:
      return `${lead} It is asked too often: wait, and ask again.`;
    case 502:
    case 503:
      return `${lead} A proxy stands there, and the service behind it does not answer: ask the service itself.`;
    default:
      return status >= 500
        ? `${lead} The service failed at it: look at its own log.`
        : `${lead} Only 200 comes with a profile.`;
  }
}

/** What Go says when something is wrong, and what to do then. */
const GO_SAYS: readonly (readonly [says: RegExp, advice: string])[] = [
  [
    /cpu profiling already in use/i,
    'Somebody else takes a CPU profile of it, and there can be but one at a time: wait until that is over.',
  ],
  [/Could not enable CPU profiling/i, 'The service cannot take CPU profiles: look at its own log.'],
  [
    /exceeds server's WriteTimeout/i,
    'The service ends every answer before that: ask for fewer seconds, or raise the WriteTimeout of its http.Server.',
  ],
  [
    /"seconds" parameter is not supported/i,
    'That profile cannot be taken over a time: ask for all since the start.',
  ],
  [
    /seconds and debug params are incompatible/i,
    'Take debug out of the address: profiles over a time come in pprof’s own form.',
  ],
  [
    /client sent an HTTP request to an HTTPS server/i,
    'It speaks https: write https:// before the address.',
  ],
];

function adviceFor(text: string): string | null {
  return GO_SAYS.find(([says]) => says.test(text))?.[1] ?? null;
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

function statusWords(status: number): string {
  const words = STATUS_WORDS[status];
  return words === undefined ? `${status}` : `${status} ${words}`;
}

function titleOf(html: string): string {
  const [, title = ''] = /<title>([^<]{1,400})/i.exec(html) ?? [];
  return title.trim() === '' ? '' : `, titled ${quoted(title)}`;
}

function firstWords(text: string): string {
  return quoted(text.trim().split(/\r?\n/, 1)[0] ?? '');
}

/** At most as much of a server's text as fits into a sentence. */
function quoted(text: string): string {
  const short = text.trim().slice(0, MOST_QUOTED);
  return `“${visibleText(short)}${text.trim().length > MOST_QUOTED ? '…' : ''}”`;
}

const MOST_QUOTED = 160;
