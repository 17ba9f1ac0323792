/** What a load generator measured in a run, whichever it was. Times are nanoseconds. */
export interface LoadReport {
  readonly tool: LoadTool;
  /** Requests that were answered, with whatever status: what the service has worked for. */
  readonly answered: number;
  /** Requests that failed, or were answered with a status that is neither 2xx nor 3xx. */
  readonly errors: number;
  /** How long the run took. */
  readonly seconds: number;
  readonly requestsPerSecond: number;
  /** Percentiles of the latency as the tool gives them, ascending. */
  readonly percentiles: readonly Percentile[];
  /** Mean, least and most latency; null where the tool does not give it. */
  readonly meanNanos: number | null;
  readonly leastNanos: number | null;
  readonly mostNanos: number | null;
  /** The step in which the tool writes latencies; 1 where that is finer than anything said of them. */
  readonly stepNanos: number;
}

/** The programs whose reports are read; `goalloc` is the load generator of the example. */
type LoadTool = 'hey' | 'wrk' | 'vegeta' | 'goalloc';

export interface Percentile {
  /** From 0 to 100, such as 99.9. */
  readonly percent: number;
  readonly nanos: number;
}

/** The latency that so many percent of requests did not exceed, if the tool gives just that; else null. */
export function latencyAt({ percentiles }: LoadReport, percent: number): number | null {
  return percentiles.find((percentile) => percentile.percent === percent)?.nanos ?? null;
}

/**
 * What values of a profile may be divided by to be per request: the requests that were answered in all runs of a
 * side; null where there is no report of one, or nothing was answered.
 */
export function answeredRequests(reports: readonly LoadReport[]): number | null {
  const answered = reports.reduce((sum, report) => sum + report.answered, 0);
  return answered > 0 ? answered : null;
}

/** The report if it makes sense: all numbers are there, and none is below zero; else null. */
export function soundReport(report: LoadReport): LoadReport | null {
  const { answered, errors, seconds, requestsPerSecond, percentiles } = report;
  const optional = [report.meanNanos, report.leastNanos, report.mostNanos];
  const numbers = [answered, errors, seconds, requestsPerSecond];
  for (const { percent, nanos } of percentiles) numbers.push(percent, nanos);
  for (const number of optional) if (number !== null) numbers.push(number);
  return numbers.every((number) => Number.isFinite(number) && number >= 0) ? report : null;
}
