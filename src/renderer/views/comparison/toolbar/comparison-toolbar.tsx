import { useStore } from 'zustand';
import type { View } from '../../../../bridge/engine-api.ts';
import { counted } from '../../../../words/counted.ts';
import { chooseRules } from '../../../state/comparing.ts';
import { turnToSource } from '../../../state/reading-source.ts';
import { changeLook } from '../../../state/screen.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
import { Segmented } from '../../parts/segmented.tsx';
import { useMedia } from '../../parts/use-media.ts';
import { FocusChip } from '../../toolbar/focus-chip.tsx';
import { MoreChoices } from '../../toolbar/more-choices.tsx';
import '../../toolbar/toolbar.css';
import {
  ColoringChoice,
  GranularityChoice,
  InlinesChoice,
  OrderChoice,
} from '../../toolbar/view-choices.tsx';
import { WordChoice } from '../../toolbar/word-choice.tsx';
import { FairnessChoice } from '../fairness/fairness-choice.tsx';
import {
  type ComparisonDisplay,
  changeColors,
  comparisonDisplays,
  denominators,
  matchings,
  scales,
  widths,
} from './comparison-choices.ts';

/** The view of a comparison as a sentence whose words can be exchanged. */
export function ComparisonToolbar({
  shown,
  isFairnessOpen,
  onFairnessOpenChange,
}: {
  readonly shown: ComparedView;
  /** Whether what makes both runs comparable is being chosen. */
  readonly isFairnessOpen: boolean;
  readonly onFairnessOpenChange: (isOpen: boolean) => void;
}) {
  const { view } = shown;
  const app = useApp();
  const look = useStore(app.screen, ({ comparison }) => comparison);
  const isSource = useStore(app.source, (state) => state.isShown);
  const display = useStore(app.screen, (state) => state.display);
  const rules = view.base?.rules;
  const isNarrow = useMedia('(width < 1100px)');
  const shownAs: ComparisonDisplay = isSource ? 'source' : look.display;
  const isGraph = shownAs === 'sides' || shownAs === 'difference';
  const often = (
    <>
      {shownAs === 'sides' && (
        <WordChoice
          lead="scale"
          label="Scale"
          choices={scales}
          value={look.scale}
          onChange={(scale) => changeLook(app.screen, { scale })}
        />
      )}
      {shownAs === 'sides' && display === 'graph' && <ColoringChoice />}
      {shownAs === 'difference' && (
        <>
          <WordChoice
            lead="width"
            label="Width of boxes"
            choices={widths}
            value={look.width}
            onChange={(width) => changeLook(app.screen, { width })}
          />
          <WordChoice
            lead="colour"
            label="Colour"
            choices={changeColors}
            value={look.changeColor}
            onChange={(changeColor) => changeLook(app.screen, { changeColor })}
          />
        </>
      )}
      <WordChoice
        lead="% of"
        label="What percentages are of"
        choices={denominators}
        value={look.percentOf}
        onChange={(percentOf) => changeLook(app.screen, { percentOf })}
      />
    </>
  );
  const seldom = (
    <>
      <InlinesChoice view={view} />
      {isGraph && <OrderChoice view={view} />}
      {rules !== undefined && (
        <span className="matching">
          <WordChoice
            lead="matching"
            label="Matching of names"
            choices={matchings}
            value={rules.tolerant ? 'tolerant' : 'exact'}
            onChange={(matching) =>
              chooseRules(app, view, { ...rules, tolerant: matching === 'tolerant' })
            }
          />
          <button
            type="button"
            className="link-button"
            onClick={() => app.screen.setState({ dialog: 'matching' })}
          >
            {rules.renames.length === 0
              ? 'rules…'
              : counted(rules.renames.length, 'rule…', 'rules…')}
          </button>
        </span>
      )}
    </>
  );
  return (
    <section className="toolbar comparison-toolbar" aria-label="View">
      <Segmented
        legend="Show the comparison as"
        choices={comparisonDisplays}
        value={shownAs}
        onChange={(chosen) => {
          turnToSource(app, chosen === 'source');
          if (chosen !== 'source') changeLook(app.screen, { display: chosen });
        }}
      />
      <FairnessChoice shown={shown} isOpen={isFairnessOpen} onOpenChange={onFairnessOpenChange} />
      <GranularityChoice view={view} />
      {!isNarrow && often}
      <MoreChoices changed={changedWords(view)}>
        {isNarrow && often}
        {seldom}
      </MoreChoices>
      <FocusChip view={view} />
    </section>
  );
}

/** What is hidden behind `more` and not as it is at first. */
function changedWords({ inlines, order, base }: View): string[] {
  const { tolerant = true, renames = [] } = base?.rules ?? {};
  return [
    inlines ? '' : 'inlines hidden',
    order === 'weight' ? '' : 'by name',
    tolerant ? '' : 'exact names',
    renames.length === 0 ? '' : counted(renames.length, 'rule', 'rules'),
  ].filter((word) => word !== '');
}
