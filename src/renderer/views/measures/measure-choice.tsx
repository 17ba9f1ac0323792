import type { ReactNode } from 'react';
import type { ValueType } from '../../../core/profile/profile.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';

/** A card that chooses a sample type: its words and its name above what there is to say of it. */
export function MeasureChoice({
  sampleType,
  isChosen,
  onChoose,
  describedBy,
  children,
}: {
  readonly sampleType: ValueType;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Id of the element that explains it. */
  readonly describedBy: string;
  readonly children: ReactNode;
}) {
  return (
    <label className="measure">
      <input
        type="radio"
        name="sample-type"
        className="visually-hidden"
        value={sampleType.type}
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={describedBy}
      />
      <span className="measure-head">
        <span className="measure-title">{describeSampleType(sampleType).title}</span>
        <code>{visibleText(sampleType.type)}</code>
      </span>
      {children}
    </label>
  );
}
