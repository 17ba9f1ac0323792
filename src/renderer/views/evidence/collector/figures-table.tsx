import { Fragment } from 'react';
import type { CollectorFigures, CollectorSides } from '../../../../bridge/collector-api.ts';
import {
  COARSE_NOTE,
  FIGURE_GROUPS,
  type FigureKind,
  type ShownFigure,
  shownFigure,
  shownFigureChange,
} from '../../../../words/evidence/collector-figures.ts';

/** The figures of a window: of both runs beside each other, or of the only one. */
export function FiguresTable({ figures: { before, after } }: { readonly figures: CollectorSides }) {
  const isPair = before !== null && after !== null;
  const only = after ?? before;
  if (only === null) return null;
  return (
    <>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            {isPair && <SideHead side="before" />}
            {isPair ? <SideHead side="after" /> : <th scope="col">Value</th>}
            {isPair && <th scope="col">Change</th>}
            {isPair && <th scope="col">Ratio</th>}
          </tr>
        </thead>
        {FIGURE_GROUPS.map(({ title, kinds }) => (
          <tbody key={title}>
            <tr>
              <th className="figures-group" scope="rowgroup" colSpan={isPair ? 5 : 2}>
                {title}
              </th>
            </tr>
            {kinds.map((kind) => (
              <tr key={kind.name}>
                <th scope="row" title={kind.meaning || undefined}>
                  {kind.title}
                </th>
                {isPair ? (
                  <PairCells kind={kind} before={before} after={after} />
                ) : (
                  <FigureCell figure={shownFigure(only, kind)} />
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="figures-note">{COARSE_NOTE}</p>
    </>
  );
}

function SideHead({ side }: { readonly side: 'before' | 'after' }) {
  return (
    <th scope="col">
      <i className="side-dot" data-side={side} aria-hidden="true" />
      {side === 'before' ? 'Before' : 'After'}
    </th>
  );
}

function PairCells({
  kind,
  before,
  after,
}: {
  readonly kind: FigureKind;
  readonly before: CollectorFigures;
  readonly after: CollectorFigures;
}) {
  const { change, ratio } = shownFigureChange(before, after, kind);
  const { lessIsBetter } = kind;
  const direction = Math.sign(after[kind.name] - before[kind.name]);
  const isKnown = lessIsBetter !== null && direction !== 0 && !change.isCoarse;
  const tone = isKnown ? (lessIsBetter === direction < 0 ? 'fall' : 'rise') : undefined;
  return (
    <Fragment>
      <FigureCell figure={shownFigure(before, kind)} />
      <FigureCell figure={shownFigure(after, kind)} />
      <FigureCell figure={change} tone={tone} />
      <FigureCell figure={ratio} />
    </Fragment>
  );
}

function FigureCell({
  figure: { text, isCoarse },
  tone,
}: {
  readonly figure: ShownFigure;
  readonly tone?: 'fall' | 'rise' | undefined;
}) {
  return (
    <td data-coarse={isCoarse || undefined} data-tone={tone}>
      {text}
    </td>
  );
}
