import { SwitchLine } from '../parts/form-lines.tsx';
import type { FieldsProps } from './fields.tsx';

const tableFormats = [
  ['csv', 'CSV'],
  ['tsv', 'TSV'],
  ['json', 'JSON'],
] as const;

const stacksFormats = [
  ['folded', 'Folded stacks'],
  ['speedscope', 'speedscope'],
] as const;

/** A table, stacks or a profile, as data. */
export function DataFields({ form: { choices }, subject: { view }, onChoose }: FieldsProps) {
  switch (choices.what) {
    case 'table':
      return (
        <>
          <SwitchLine
            words="Format"
            choices={tableFormats}
            value={choices.tableFormat}
            onChange={(tableFormat) => onChoose({ tableFormat })}
          />
          <p className="form-hint">All rows, with numbers in full and without units.</p>
        </>
      );
    case 'stacks':
      return (
        <>
          <SwitchLine
            words="Format"
            choices={stacksFormats}
            value={choices.stacksFormat}
            onChange={(stacksFormat) => onChoose({ stacksFormat })}
          />
          {view.base !== null && choices.stacksFormat === 'folded' && (
            <p className="form-hint">
              With two columns, before and after, as difffolded.pl writes them.
            </p>
          )}
        </>
      );
    default:
      return (
        <p className="form-hint">
          A gzipped protobuf with all sample types
          {view.base === null ? '.' : ' that both sides have, each value after less before.'}
        </p>
      );
  }
}
