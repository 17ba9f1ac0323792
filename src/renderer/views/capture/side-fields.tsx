import { usePlaceWords } from '../header/use-place-words.ts';
import { SwitchLine } from '../parts/form-lines.tsx';
import type { FieldsProps } from './fields.ts';
import { sides } from './words.ts';

/** What becomes of the profile. */
export function SideFields({ form: { side }, onChange }: FieldsProps) {
  const words = { before: usePlaceWords('before'), after: usePlaceWords('after') };
  return (
    <>
      <SwitchLine
        words="Open as"
        choices={sides}
        value={side}
        onChange={(chosen) => onChange({ side: chosen })}
      />
      {side !== 'alone' && (
        <p className="form-hint">
          {side === 'before' ? 'Before' : 'After'}, {words[side]}.
        </p>
      )}
    </>
  );
}
