import type { CapturedCount, CaptureOrder, CountSource } from '../../bridge/capture-api.ts';
import { readCounter } from '../../core/capture/counter.ts';
import { shownAddress } from '../../core/capture/request.ts';
import { type CaptureTarget, readAddress } from '../../core/capture/target.ts';
import type { CaptureControl } from './capture-control.ts';
import { CaptureFault } from './capture-fault.ts';
import { type Got, httpGet } from './http-get.ts';
import { secretHeaders } from './secret-headers.ts';

type CounterSource = Extract<CountSource, { kind: 'counter' }>;

/** A whole page of metrics is some 100 KiB; beyond this it is something else. */
const MOST_BYTES = 64 * 2 ** 20;

/** A counter of the service that profiles are captured from. */
export class Counter {
  private readonly source: CounterSource;
  private readonly url: URL;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly limits: CaptureOrder['limits'];
  private readonly control: CaptureControl;

  private constructor(
    source: CounterSource,
    url: URL,
    headers: Readonly<Record<string, string>>,
    limits: CaptureOrder['limits'],
    control: CaptureControl,
  ) {
    this.source = source;
    this.url = url;
    this.headers = headers;
    this.limits = { ...limits, mostBytes: MOST_BYTES };
    this.control = control;
  }

  /**
   * The counter of an order; null for none. The headers for the service go to no other. Throws CaptureFault for an
   * address that is none.
   */
  static of(
    { count, limits }: Pick<CaptureOrder, 'count' | 'limits'>,
    target: CaptureTarget,
    headers: Readonly<Record<string, string>>,
    control: CaptureControl,
  ): Counter | null {
    if (count?.kind !== 'counter') return null;
    const typed = count.address.trim();
    const url = typed.startsWith('/') ? new URL(typed, target.index) : readAddress(typed);
    if ('error' in url) throw new CaptureFault(`The counter: ${url.error}`, { trouble: 'counter' });
    const { username: user, password } = url;
    const own = user === '' && password === '' ? null : { user, password };
    url.username = '';
    url.password = '';
    url.hash = '';
    const isSame = url.origin === new URL(target.index).origin;
    const sent = own !== null ? secretHeaders(null, own) : isSame ? headers : {};
    return new Counter(count, url, sent, limits, control);
  }

  /** What it says now. Rejects with CaptureFault or CaptureCancelled. */
  async read(): Promise<CapturedCount> {
    const got = await httpGet({
      ...this.control,
      address: this.url.href,
      secretHeaders: this.headers,
      limits: this.limits,
      serverSeconds: 0,
      step: 'counter',
    });
    const counted = readCounter(this.textOf(got), this.source.metric);
    if ('error' in counted) {
      throw new CaptureFault(`${shownAddress(this.url.href)}: ${counted.error}`, {
        trouble: 'counter',
      });
    }
    return { value: counted.value, before: null, after: null, series: counted.series };
  }

  private textOf({ status, bytes, encoding }: Got): string {
    if (status === 200 && (encoding === '' || encoding === 'identity')) {
      return new TextDecoder().decode(bytes);
    }
    const why = status === 200 ? 'a compressed text, which it was asked not to give' : `${status}`;
    throw new CaptureFault(
      `${shownAddress(this.url.href)} answered with ${why}. Is the address right, and does it take the same header?`,
      { trouble: 'counter' },
    );
  }
}
