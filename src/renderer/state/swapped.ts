import type { Fairness } from '../../bridge/comparison-api.ts';
import type { App } from './app.ts';
import { type Pair, pairSubject, type SubjectId } from './subject.ts';

/** Shows a comparison whose sides are swapped as it was shown before, as soon as there is a view of it. */
export function keepWhenSwapped(app: App): void {
  let waiting: { readonly from: SubjectId; readonly to: SubjectId } | null = null;
  const carry = () => {
    if (waiting === null || app.views.getState()[waiting.to] === undefined) return;
    const { from, to } = waiting;
    waiting = null;
    carryOver(app, from, to);
  };
  app.profiles.subscribe(({ pair }, { pair: was }) => {
    if (pair === was) return;
    const isSwap = pair !== null && was !== null && isSwapped(pair, was);
    waiting = isSwap ? { from: pairSubject(was), to: pairSubject(pair) } : null;
    carry();
  });
  app.views.subscribe(carry);
}

/** Whether the sides of one comparison are those of the other, the other way round. */
function isSwapped(one: Pair, other: Pair): boolean {
  return one.before === other.after && one.after === other.before;
}

/**
 * Each profile keeps its divisor. What is selected is not kept, since functions have other numbers, nor are
 * rules that rename, which read one way.
 */
function carryOver({ views, comparisons }: App, from: SubjectId, to: SubjectId): void {
  const [source, target] = [views.getState()[from], views.getState()[to]];
  const [known, own] = [comparisons.getState()[from], comparisons.getState()[to]];
  if (source === undefined || target === undefined) return;
  if (known === undefined || own === undefined) return;
  const { view } = source;
  if (view.base === null || target.view.base === null) return;
  const { sampleType, rules, fairness } = view.base;
  const { divisors, per } = known;
  const swapped = divisors && { ...divisors, before: divisors.after, after: divisors.before };
  comparisons.setState({ [to]: { ...own, per, divisors: swapped } });
  const base = {
    ...target.view.base,
    sampleType: view.sampleType,
    rules: { ...target.view.base.rules, tolerant: rules.tolerant },
    fairness: swapFairness(fairness),
  };
  const { granularity, inlines, order } = view;
  views.setState({
    [to]: {
      view: { ...target.view, sampleType, granularity, inlines, order, base },
      selection: null,
    },
  });
}

function swapFairness(fairness: Fairness): Fairness {
  if (fairness.kind !== 'per') return fairness;
  return { kind: 'per', before: fairness.after, after: fairness.before };
}
