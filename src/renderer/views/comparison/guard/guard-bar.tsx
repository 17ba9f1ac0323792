import { useId, useState } from 'react';
import { counted } from '../../../../words/counted.ts';
import { Icon } from '../../parts/icon.tsx';
import './guard.css';
import { type Caution, type HazardActions, HazardText } from './hazard-text.tsx';

/**
 * What speaks against trusting the comparison: the gravest in a line, and all of it when asked for. The line is
 * there from the start, so that nothing moves when its words come.
 */
export function GuardBar({
  cautions,
  actions,
}: {
  /** Null while they are looked for. */
  readonly cautions: readonly Caution[] | null;
  readonly actions: HazardActions;
}) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const [gravest] = cautions ?? [];
  if (cautions === null || gravest === undefined) {
    return (
      <section className="guard" data-severity="note" aria-label="Before you trust this">
        <div className="guard-line">
          {cautions === null ? 'Looking for what speaks against it…' : NOTHING}
        </div>
      </section>
    );
  }
  const severity = gravest.severity;
  const isQuiet = severity === 'note';
  // Opened, everything stands in the list.
  const inLine = isOpen || isQuiet ? null : gravest;
  const others = cautions.length - (inLine === null ? 0 : 1);
  return (
    <section className="guard" data-severity={severity} aria-label="Before you trust this">
      <div className="guard-line">
        <Icon name={isQuiet ? 'about' : 'warning'} size={14} />
        {inLine === null ? (
          <p>{titleOf(cautions)}</p>
        ) : (
          <HazardText caution={inLine} actions={actions} isShort />
        )}
        {(others > 0 || inLine !== null) && (
          <button
            type="button"
            className="guard-more link-button"
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Show less' : moreWords(others, inLine !== null)}
          </button>
        )}
      </div>
      <ul id={listId} hidden={!isOpen}>
        {isOpen &&
          cautions.map((caution) => (
            <li key={caution.message} data-severity={caution.severity}>
              <span className="guard-severity">{SEVERITY_WORDS[caution.severity]}</span>
              <HazardText caution={caution} actions={actions} isShort={false} />
            </li>
          ))}
      </ul>
    </section>
  );
}

const NOTHING = 'No warnings: nothing was found that speaks against this comparison.';

const SEVERITY_WORDS: Readonly<Record<Caution['severity'], string>> = {
  stop: 'Not comparable',
  warn: 'Careful',
  note: 'Note',
};

function titleOf(cautions: readonly Caution[]): string {
  const grave = cautions.filter(({ severity }) => severity !== 'note').length;
  if (grave === 0) {
    return `No warnings. ${counted(cautions.length, 'thing', 'things')} to know about this comparison.`;
  }
  return 'Before you trust this comparison';
}

function moreWords(others: number, hasLine: boolean): string {
  if (!hasLine) return 'Show';
  return others === 0 ? 'Show it whole' : `${others} more`;
}
