import type { Said } from '../../../../bridge/escape-api.ts';
import { baseName } from '../../../../core/text/path.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { FlowList } from './flow-list.tsx';

/** A message of the compiler, with the ways that it found. */
export function SaidItem({ said: { diagnostic, explanations } }: { readonly said: Said }) {
  const { message, path, line, column, inlined, count } = diagnostic;
  const file = baseName(path.replaceAll('\\', '/'));
  return (
    <li className="said">
      <p className="said-message">{visibleText(message)}</p>
      <p className="said-place">
        {visibleText(column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`)}
        {inlined !== null &&
          `, of the body inlined from ${visibleText(`${inlined.path}:${inlined.line}`)}`}
        {count > 1 && `, said ${count} times`}
      </p>
      {explanations.map((explanation, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: explanations have but their place.
        <FlowList key={at} explanation={explanation} />
      ))}
    </li>
  );
}
