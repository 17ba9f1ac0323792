import type { Counted } from './counted.ts';
import { readExpvar } from './expvar.ts';
import { readPrometheus } from './prometheus.ts';

/**
 * Reads a counter from what a service publishes: expvar's JSON (`/debug/vars`), in which `metric` is a path
 * such as `requests.total`, or Prometheus' text, in which it is a name with or without labels.
 */
export function readCounter(text: string, metric: string): Counted {
  const wanted = metric.trim();
  if (wanted === '') return { error: 'Write the name of the counter.' };
  return /^\s*\{/.test(text) ? readExpvar(text, wanted) : readPrometheus(text, wanted);
}
