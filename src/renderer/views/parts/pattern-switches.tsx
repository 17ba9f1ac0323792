import type { PatternSource } from '../../../core/text/pattern.ts';

/** How a pattern is read: case, regular expression. */
export function PatternSwitches({
  pattern,
  onChange,
}: {
  readonly pattern: PatternSource;
  readonly onChange: (change: Partial<PatternSource>) => void;
}) {
  return (
    <>
      <button
        type="button"
        className="icon-button small pattern-switch"
        aria-label="Match case"
        title="Match case"
        aria-pressed={pattern.caseSensitive}
        onClick={() => onChange({ caseSensitive: !pattern.caseSensitive })}
      >
        Aa
      </button>
      <button
        type="button"
        className="icon-button small pattern-switch"
        aria-label="Regular expression"
        title="Regular expression, in Go’s syntax"
        aria-pressed={pattern.regex}
        onClick={() => onChange({ regex: !pattern.regex })}
      >
        .*
      </button>
    </>
  );
}
