import { Fragment } from 'react';
import { useStore } from 'zustand';
import type { BenchmarkComparison } from '../../../../bridge/benchmarks-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { benchmarkNotes, fewRunsNote } from '../../../../words/evidence/benchmark-notes.ts';
import { outcomeCounts } from '../../../../words/evidence/benchmark-verdict.ts';
import { toggleKey } from '../../../state/benchmarks.ts';
import { useApp } from '../../../state/use-app.ts';
import { ChangeText } from '../../comparison/table/change-text.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { outcomeTone } from './outcome-tone.ts';

const ALL = '';

/** What the benchmarks come to, what is to be known of them, and which of them are looked at. */
export function BenchmarkHead({
  comparison,
  isPair,
}: {
  readonly comparison: BenchmarkComparison;
  readonly isPair: boolean;
}) {
  const { benchmarks } = useApp();
  const { unit, ignoredKeys } = useStore(benchmarks);
  const { tables, varyingKeys, separatingKeys } = comparison;
  const units = [...new Set(tables.map((table) => table.unit))];
  // To ignore what keeps no benchmarks apart would mix what is different.
  const keys = varyingKeys.filter(
    (key) => separatingKeys.includes(key) || ignoredKeys.includes(key),
  );
  const notes = [...benchmarkNotes(comparison), ...fewRunsNote(tables)];
  const settings = sharedSettings(comparison);
  return (
    <div className="benchmark-head">
      {settings.length > 0 && (
        <ul className="benchmark-settings" aria-label="Settings of all results">
          {settings.map(([key, value]) => (
            <li key={key}>
              {visibleText(key)} <b>{visibleText(value)}</b>
            </li>
          ))}
        </ul>
      )}
      {isPair && (
        <ul className="benchmark-outcomes" aria-label="What they come to">
          {outcomeCounts(tables).map(({ unit: counted, counts }) => (
            <li key={counted}>
              {visibleText(counted)}:{' '}
              {counts.map(({ outcome, words }, at) => (
                <Fragment key={outcome}>
                  {at > 0 && ', '}
                  <ChangeText tone={outcomeTone[outcome] ?? null} text={words} />
                </Fragment>
              ))}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="benchmark-notes" aria-label="To be known">
          {notes.map((note) => (
            <li key={note}>
              <Icon name="warning" size={14} />
              {visibleText(note)}
            </li>
          ))}
        </ul>
      )}
      <div className="benchmark-choices">
        {units.length > 1 && (
          <Segmented
            legend="Unit"
            choices={[
              [ALL, 'All units'],
              ...units.map((each) => [each, visibleText(each)] as const),
            ]}
            value={units.includes(unit ?? ALL) ? (unit ?? ALL) : ALL}
            onChange={(chosen) => benchmarks.setState({ unit: chosen === ALL ? null : chosen })}
          />
        )}
        {keys.map((key) => (
          <label key={key} className="benchmark-ignore">
            <input
              type="checkbox"
              checked={ignoredKeys.includes(key)}
              onChange={() => toggleKey(benchmarks, key)}
            />
            Ignore {visibleText(key)}
          </label>
        ))}
      </div>
    </div>
  );
}

/** Settings that have one value in all tables. */
function sharedSettings({ tables, varyingKeys }: BenchmarkComparison) {
  const config = tables[0]?.config ?? [];
  return config.filter(([key, value]) => value !== '' && !varyingKeys.includes(key));
}
