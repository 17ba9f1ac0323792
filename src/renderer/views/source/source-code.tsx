import { memo, type ReactNode } from 'react';
import { visibleText } from '../../../core/text/visible-text.ts';
import type { SourceText } from './source-side.ts';

/** How many characters of a line are shown: nobody reads more, and a browser takes long to set them. */
const MAX_SHOWN = 2_000;

/** A line of source with the colours of its words. */
export const SourceCode = memo(function SourceCode({
  text: { lines, colors },
  line,
}: {
  readonly text: SourceText;
  /** 1-based. */
  readonly line: number;
}) {
  const source = lines[line - 1] ?? '';
  const shown = source.slice(0, MAX_SHOWN);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to, color } of colors?.partsOf(line) ?? []) {
    if (from >= shown.length) break;
    if (from > at) pieces.push(visibleCode(shown.slice(at, from)));
    pieces.push(
      <span key={from} data-color={color}>
        {visibleCode(shown.slice(from, to))}
      </span>,
    );
    at = to;
  }
  if (at < shown.length) pieces.push(visibleCode(shown.slice(at)));
  return (
    <code>
      {pieces}
      {shown.length < source.length && (
        <i> … {source.length - shown.length} more characters on this line</i>
      )}
    </code>
  );
});

/** Tabs are set as such; what else is not seen becomes its escape. */
function visibleCode(text: string): string {
  return text.split('\t').map(visibleText).join('\t');
}
