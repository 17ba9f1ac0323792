import type { CollectorProcess, CollectorProcesses } from '../../../../bridge/collector-api.ts';
import type { SideName } from '../../../../bridge/comparison-api.ts';
import { formatDuration } from '../../../../core/units/duration.ts';
import { counted } from '../../../../words/counted.ts';
import { chooseProcess } from '../../../state/collector.ts';
import { useApp } from '../../../state/use-app.ts';
import { WordChoice } from '../../toolbar/word-choice.tsx';

/** Which process of each run is looked at, where a run is of several. */
export function ProcessChoices({
  processes,
  shown,
}: {
  readonly processes: CollectorProcesses;
  readonly shown: Readonly<Record<SideName, number>>;
}) {
  const { collector } = useApp();
  const isPair = processes.before.length > 0;
  const sides: readonly SideName[] = ['before', 'after'];
  return sides
    .filter((side) => processes[side].length > 1)
    .map((side) => (
      <WordChoice
        key={side}
        lead={isPair ? `${side === 'before' ? 'Before' : 'After'}:` : 'Shown:'}
        label={isPair ? `Process ${side}` : 'Process'}
        choices={processes[side].map((process, place) => ({
          value: `${place}`,
          word: `process ${place + 1} of ${processes[side].length}`,
          note: factsOf(process),
        }))}
        value={`${shown[side]}`}
        onChange={(place) => chooseProcess(collector, side, Number(place))}
      />
    ));
}

const factsOf = ({ collections, seconds }: CollectorProcess): string =>
  `${counted(collections, 'collection', 'collections')} in ${formatDuration(seconds * 1e9)}`;
