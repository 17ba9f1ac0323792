import { useId } from 'react';
import type { ValueType } from '../../../core/profile/profile.ts';
import { formatExactQuantity, formatQuantity, formatValue } from '../../../core/units/quantity.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { MeasureChoice } from './measure-choice.tsx';

/** A sample type: its name, its total, what it means. */
export function MeasureCard({
  sampleType,
  total,
  isChosen,
  onChoose,
}: {
  readonly sampleType: ValueType;
  readonly total: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const sentenceId = useId();
  const exact = formatExactQuantity(total, sampleType);
  return (
    <MeasureChoice
      sampleType={sampleType}
      isChosen={isChosen}
      onChoose={onChoose}
      describedBy={sentenceId}
    >
      <span className="measure-total">
        <strong>{formatValue(total, sampleType.unit)}</strong>
        {exact !== formatQuantity(total, sampleType) && (
          <span className="measure-exact">{exact}</span>
        )}
      </span>
      <span id={sentenceId} className="measure-sentence">
        {describeSampleType(sampleType).sentence}
      </span>
    </MeasureChoice>
  );
}
