import type { Explanation } from '../../../../bridge/escape-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { type FlowPart, flowWords, sinkWords } from '../../../../words/evidence/flow-words.ts';

/** How something gets to the heap, step by step. */
export function FlowList({ explanation }: { readonly explanation: Explanation }) {
  const sink = sinkWords(explanation);
  return (
    <div className="flow">
      {sink.length > 0 && (
        <p className="flow-sink">
          <Parts parts={sink} />
        </p>
      )}
      <ol>
        {flowWords(explanation).map(({ isFlow, parts, place }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps may be equal, and never change places.
          <li key={at} data-flow={isFlow || undefined}>
            <Parts parts={parts} />
            {place !== '' && <span className="flow-place">{visibleText(place)}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly FlowPart[] }) {
  return parts.map((part, at) =>
    'code' in part ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have but their place.
      <code key={at}>{visibleText(part.code)}</code>
    ) : (
      part.words
    ),
  );
}
