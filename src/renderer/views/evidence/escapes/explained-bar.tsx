import type { EscapeCosts } from '../../../../bridge/escape-api.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { formatShare } from '../../../../core/units/share.ts';
import { CLASS_WORDS } from '../../../../words/evidence/escape-words.ts';

/** How much of what a profile counted the compiler's output explains: a bar of objects, one of bytes. */
export function ExplainedBars({
  costs,
  title,
}: {
  readonly costs: EscapeCosts;
  readonly title: string;
}) {
  const { totalObjects, totalBytes, classObjects, classBytes, scale, files } = costs;
  return (
    <section className="explained" aria-label={title}>
      <Bar
        title={`${formatCount(totalObjects * scale)} objects`}
        parts={classObjects}
        total={totalObjects}
      />
      <Bar title={formatBytes(totalBytes * scale)} parts={classBytes} total={totalBytes} />
      <ul className="explained-key">
        {CLASS_WORDS.map(({ title: name, meaning }, joinClass) => {
          const objects = classObjects[joinClass] ?? 0;
          const bytes = classBytes[joinClass] ?? 0;
          if (objects === 0 && bytes === 0) return null;
          return (
            <li key={name} title={meaning}>
              <span className="class-mark" data-class={joinClass} />
              {name}
              <span className="explained-figures">
                {formatShare(objects, totalObjects)} of objects, {formatShare(bytes, totalBytes)} of
                bytes
              </span>
            </li>
          );
        })}
      </ul>
      {files.undecided > 0 && (
        <p className="explained-note">
          {files.undecided} of the profile’s {files.all} files could be several of those that the
          compiler speaks of, and were left out.
        </p>
      )}
    </section>
  );
}

function Bar({
  title,
  parts,
  total,
}: {
  readonly title: string;
  readonly parts: readonly number[];
  readonly total: number;
}) {
  return (
    <div className="explained-row">
      <span className="explained-title">{title}</span>
      <div className="explained-bar" aria-hidden="true">
        {total > 0 &&
          parts.map((part, joinClass) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts are told apart by their place.
              key={joinClass}
              data-class={joinClass}
              style={{ width: `${Math.max(0, (100 * part) / total)}%` }}
            />
          ))}
      </div>
    </div>
  );
}
