import { type FormEvent, useRef, useState } from 'react';
import type { RenameRule } from '../../../../core/analysis/comparison/join-frames.ts';
import { Icon } from '../../parts/icon.tsx';
import { type DraftRule, finishedRules, ruleError } from './rename-draft.ts';
import { RenameRow } from './rename-row.tsx';

/** Rules by which names of the side before are changed until they match. */
export function RenameRules({
  renames,
  onApply,
}: {
  readonly renames: readonly RenameRule[];
  readonly onApply: (renames: readonly RenameRule[]) => void;
}) {
  const nextKey = useRef(renames.length + 1);
  const [drafts, setDrafts] = useState<readonly DraftRule[]>(() => [
    ...renames.map((rule, key) => ({ ...rule, key })),
    ...(renames.length === 0 ? [{ pattern: '', replacement: '', key: renames.length }] : []),
  ]);
  const finished = finishedRules(drafts);
  const isApplied = JSON.stringify(finished) === JSON.stringify(renames);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (finished !== null && !isApplied) onApply(finished);
  };
  return (
    <form className="renames" onSubmit={submit}>
      <h3>Rename rules</h3>
      <p className="muted">
        What matches in a name before is replaced, in the order of the rules: for what was moved or
        renamed on purpose. Regular expressions in Go’s syntax; $1 is the first group.
      </p>
      <ol>
        {drafts.map((draft, at) => (
          <RenameRow
            key={draft.key}
            number={at + 1}
            rule={draft}
            error={ruleError(draft)}
            onChange={(change) =>
              setDrafts(drafts.map((each) => (each === draft ? { ...each, ...change } : each)))
            }
            onRemove={() => setDrafts(drafts.filter((each) => each !== draft))}
          />
        ))}
      </ol>
      <div className="renames-end">
        <button
          type="button"
          className="button"
          onClick={() =>
            setDrafts([...drafts, { pattern: '', replacement: '', key: nextKey.current++ }])
          }
        >
          <Icon name="plus" size={14} /> Add a rule
        </button>
        <button type="submit" className="button primary" disabled={finished === null || isApplied}>
          Apply the rules
        </button>
      </div>
    </form>
  );
}
