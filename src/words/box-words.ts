import type { ValueType } from '../core/profile/profile.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { averageSizePair } from '../core/units/average-size-pair.ts';
import { formatBytes } from '../core/units/bytes.ts';
import { formatInteger } from '../core/units/integer.ts';
import { formatQuantity, formatValue } from '../core/units/quantity.ts';
import { formatShare } from '../core/units/share.ts';
import type { BoxFigures, BoxNames, BoxValues } from './box-figures.ts';

/** The root's text, longest form first. */
export function rootLabels(total: number, sampleType: ValueType | undefined): string[] {
  if (sampleType === undefined) return ['all'];
  return [`all · ${formatQuantity(total, sampleType)}`, 'all'];
}

/** The name of a box: its function, what it merges, or that it is everything. */
export function boxName(box: BoxFigures, frames: BoxNames): string {
  if (box.place.frame >= 0) return frames.name(box.place.frame);
  if (box.merged === 0) return 'All samples';
  const boxes = box.merged === 1 ? '1 box' : `${formatInteger(box.merged)} boxes`;
  return `${boxes} too narrow to draw, together ${formatShare(box.total, box.allTotal)}`;
}

/** What a screen reader says of a box that the keyboard comes to. */
export function boxSentence(
  box: BoxFigures,
  frames: BoxNames,
  sampleType: ValueType | undefined,
): string {
  const name = boxName(box, frames);
  if (sampleType === undefined || (box.merged > 0 && box.place.frame < 0)) return `${name}.`;
  const total = formatQuantity(box.total, sampleType);
  if (box.place.frame < 0) return `${name}, ${total}.`;
  const self = selfWords(box, sampleType);
  const share = formatShare(box.total, box.allTotal);
  return `${name}, ${total}, ${share} of all, ${self}, level ${box.place.depth}.`;
}

function selfWords({ self, total }: BoxFigures, sampleType: ValueType): string {
  if (self === 0) return 'none of it its own';
  return self === total ? 'all of it its own' : `${formatValue(self, sampleType.unit)} its own`;
}

/** A line of numbers about a box. */
export interface BoxFact {
  readonly label: string;
  readonly value: string;
  /** What stands small beside the value. */
  readonly share: string;
}

/** The numbers about a box, for its tooltip. */
export function boxFacts(
  box: BoxFigures,
  sampleTypes: readonly ValueType[],
  sampleType: number,
  values: BoxValues | null,
): BoxFact[] {
  const type = sampleTypes[sampleType];
  if (type === undefined) return [];
  const isBox = box.place.frame >= 0;
  const facts: BoxFact[] = [];
  if (isBox) {
    facts.push({
      label: 'flat',
      value: formatQuantity(box.self, type),
      share: box.self === 0 ? '' : `${formatShare(box.self, box.allTotal)} of total`,
    });
  }
  facts.push({
    label: isBox ? 'cum' : 'total',
    value: formatQuantity(box.total, type),
    share: isBox || box.merged > 0 ? `${formatShare(box.total, box.allTotal)} of total` : '',
  });
  if (box.place.depth > 1) {
    facts.push({
      label: '',
      value: '',
      share: `${formatShare(box.total, box.parentTotal)} of caller`,
    });
  }
  const pair = isBox ? averageSizePair(sampleTypes, sampleType) : null;
  if (pair !== null) {
    facts.push({
      label: 'average object',
      value: averageSize(values, pair, sampleTypes),
      share: '',
    });
  }
  return facts;
}

function averageSize(
  values: BoxValues | null,
  pair: { objects: number; space: number },
  sampleTypes: readonly ValueType[],
): string {
  if (values === null) return '…';
  const objects = values.total[pair.objects] ?? 0;
  const space = values.total[pair.space] ?? 0;
  if (objects === 0) return '—';
  const unit = visibleText(sampleTypes[pair.space]?.unit ?? '');
  return unit === 'bytes' ? formatBytes(space / objects) : formatValue(space / objects, unit);
}
