import type { RenameRule } from '../../../../core/analysis/comparison/join-frames.ts';
import { compileReplacement } from '../../../../core/text/replacement.ts';

/** A rule that is being typed; `key` tells it apart from others that say the same. */
export interface DraftRule extends RenameRule {
  readonly key: number;
}

/** What is wrong with a rule, as a sentence; '' for nothing, or for one that is still empty. */
export function ruleError({ pattern, replacement }: RenameRule): string {
  if (pattern === '') {
    return replacement === '' ? '' : 'The pattern is empty: say what is to be replaced.';
  }
  const compiled = compileReplacement(pattern, replacement);
  return 'error' in compiled ? compiled.error : '';
}

/** The rules to apply: those that are not empty; null while one of them is wrong. */
export function finishedRules(drafts: readonly DraftRule[]): readonly RenameRule[] | null {
  if (drafts.some((draft) => ruleError(draft) !== '')) return null;
  return drafts
    .filter(({ pattern }) => pattern !== '')
    .map(({ pattern, replacement }) => ({ pattern, replacement }));
}
