import type { AllocationFacts } from './facts.ts';
import {
  type Certainty,
  type Finding,
  type Rule,
  type Sign,
  WITNESSES,
  type Witness,
} from './rule.ts';

/** The patterns that the facts bear out, in the order of the rules; none where they bear out none. */
export function judge(facts: AllocationFacts, rules: readonly Rule[]): Finding[] {
  const findings = rules.flatMap((rule) => judgeBy(rule, facts) ?? []);
  const named = new Set(findings.map(({ rule }) => rule.pattern));
  return findings.filter(({ rule }) => !rule.yields?.some((other) => named.has(other)));
}

function judgeBy(rule: Rule, facts: AllocationFacts): Finding | null {
  const signs = new Map<Witness, Sign>();
  for (const witness of WITNESSES) {
    const sign = rule.witnesses[witness]?.(facts) ?? null;
    if (sign === 'against') return null;
    signs.set(witness, sign);
  }
  const certainty = certaintyOf(rule, signs);
  if (certainty === null) return null;
  const evidence = WITNESSES.flatMap((witness) => {
    const sign = signs.get(witness);
    return sign === undefined || sign === null || sign === 'against' ? [] : [{ ...sign, witness }];
  });
  return { rule, certainty, evidence };
}

function certaintyOf(rule: Rule, signs: ReadonlyMap<Witness, Sign>): Certainty | null {
  const speaks = (witness: Witness, isHintEnough: boolean): boolean => {
    const sign = signs.get(witness);
    if (sign === undefined || sign === null || sign === 'against') return false;
    return isHintEnough || !sign.isHint;
  };
  if (rule.shown.some((all) => all.every((witness) => speaks(witness, false)))) return 'shown';
  if (rule.likely.some((all) => all.every((witness) => speaks(witness, true)))) return 'likely';
  return null;
}
