import { Popover } from '@base-ui/react/popover';
import type { EvidenceSide, OpenEvidence } from '../../../bridge/evidence-api.ts';
import { baseName } from '../../../core/text/path.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import {
  findingWords,
  longLineWords,
  unreadableWords,
} from '../../../words/evidence/finding-words.ts';
import { tellsOf } from '../../../words/evidence/tells-of.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { LoadFacts } from './load-facts.tsx';

const SIDE_CHOICES: readonly (readonly [EvidenceSide, string])[] = [
  ['before', 'Before'],
  ['after', 'After'],
  ['run', 'The only run'],
];

/** A text with evidence: what was found in it, and which run it is about. */
export function EvidenceChip({ text }: { readonly text: OpenEvidence }) {
  const app = useApp();
  const { host } = app;
  const layer = useLayer();
  const name = visibleText(text.name);
  const found = text.findings.map(findingWords);
  const sideWord = SIDE_CHOICES.find(([side]) => side === text.side)?.[1];
  const unreadable = [...text.findings.map(unreadableWords), longLineWords(text)].filter(
    (words) => words !== '',
  );
  const setSide = (side: EvidenceSide) =>
    void attempt(app, host.request('setEvidenceSide', { evidence: text.id, side }));
  return (
    <li>
      <Popover.Root>
        <Popover.Trigger
          className="evidence-chip"
          title={visibleText(text.path) || undefined}
          aria-label={[name, sideWord, ...found].join(', ')}
        >
          <span className="side-dot" data-side={text.side} />
          <span className="evidence-chip-name">{visibleText(baseName(text.name))}</span>
          <small>{found.join(', ')}</small>
          {unreadable.length > 0 && <Icon name="warning" size={13} />}
        </Popover.Trigger>
        <Popover.Portal container={layer}>
          <Popover.Positioner className="popup-layer" align="end" sideOffset={4}>
            <Popover.Popup className="popup evidence-facts">
              <Popover.Title>{name}</Popover.Title>
              <ul>
                {text.findings.map((finding) => (
                  <li key={finding.kind}>{findingWords(finding)}</li>
                ))}
              </ul>
              {tellsOf(text, 'load') && <LoadFacts text={text.id} />}
              {unreadable.map((words) => (
                <p key={words} className="evidence-unreadable">
                  {words}
                </p>
              ))}
              <Segmented
                legend="Which run it is about"
                choices={SIDE_CHOICES}
                value={text.side}
                onChange={setSide}
              />
              <button
                type="button"
                className="button"
                onClick={() =>
                  void attempt(app, host.request('closeEvidence', { evidence: text.id }))
                }
              >
                Close it
              </button>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </li>
  );
}
