import type { Pattern, SiteName } from '../../../../bridge/sites-api.ts';
import type { ValueType } from '../../../../core/profile/profile.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { formatQuantity } from '../../../../core/units/quantity.ts';
import { certaintyWords, quoteText } from '../../../../words/evidence/site-words.ts';

const WITNESS_TITLES = {
  compiler: 'Compiler',
  source: 'Source',
  stack: 'Stack',
  sizes: 'Sizes',
} as const;

/** A pattern of a site: what it rests on, what it costs, and what usually helps. */
export function SiteNameSection({
  name,
  pattern,
  line,
  types,
  scale,
  isGone,
}: {
  readonly name: SiteName;
  readonly pattern: Pattern;
  /** Of the source; 0 unknown. */
  readonly line: number;
  readonly types: { readonly objects: ValueType; readonly bytes: ValueType };
  readonly scale: number;
  /** Whether it is the side before that is spoken of, where the side after has it no more. */
  readonly isGone: boolean;
}) {
  const cost = `${formatQuantity(name.objects * scale, types.objects)}, ${formatQuantity(name.bytes * scale, types.bytes)}`;
  return (
    <section className="site-name" data-gone={isGone || undefined}>
      <h3>{pattern.name}</h3>
      <p className="site-certainty">
        <span data-certainty={name.certainty}>{certaintyWords(name)}</span>
        {isGone ? ` · before: ${cost}` : ` · ${cost}`}
        {name.isShared && ', shared with the other patterns of the line'}
      </p>
      <p>{pattern.meaning}</p>
      <dl className="site-evidence">
        {name.evidence.map(({ witness, says, quote }) => (
          <div key={witness}>
            <dt>{WITNESS_TITLES[witness]}</dt>
            <dd>
              {visibleText(says)}
              {quote !== '' && (
                <code>
                  {witness === 'source' && line > 0 && <span className="site-line">{line}</span>}
                  {quoteText(quote)}
                </code>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {!isGone && (
        <p className="site-advice">
          <b>What usually helps.</b> {pattern.advice}{' '}
          <span className="site-exception">{pattern.exception}</span>
        </p>
      )}
    </section>
  );
}
