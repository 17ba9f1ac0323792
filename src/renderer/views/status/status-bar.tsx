import type { RefObject } from 'react';
import { counted } from '../../../words/counted.ts';
import { denominatorWords } from '../../../words/denominator-words.ts';
import type { ShownProfile } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import './status-bar.css';

/** The bottom line: the path of the selected box, and what percentages are of. */
export function StatusBar({
  shown: { profile, selection },
  framed,
  flame,
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  return (
    <footer className="status-bar">
      <Breadcrumb framed={framed} selection={selection} flame={flame} />
      <span>{counted(profile.counts.samples, 'sample', 'samples')}</span>
      <span>{denominatorWords(profile, framed.view)}</span>
    </footer>
  );
}
