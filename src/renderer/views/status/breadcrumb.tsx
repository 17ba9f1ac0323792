import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { shortNames } from '../../../core/text/short-names.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { useLatest } from '../../state/use-latest.ts';
import { type Selection, select } from '../../state/views.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';

/** The path from the outermost caller to the selected box; each step zooms to its box. */
export function Breadcrumb({
  framed: { view, frames },
  selection,
  flame,
}: {
  readonly framed: Framed;
  readonly selection: Selection | null;
  /** What zooms to a step; where it is not on screen the selection alone is followed. */
  readonly flame: RefObject<FlameGraphHandle | null> | null;
}) {
  const app = useApp();
  const end = useRef<HTMLOListElement>(null);
  const node = selection?.node ?? null;
  const work = useCallback(
    async () => ({ frames, path: await app.ask('path', { view, node: node ?? 0 }) }),
    [app, view, frames, node],
  );
  const { value } = useLatest(node === null ? null : work);

  const zoom = async (path: Int32Array) => {
    const place = await app.ask('locate', { view, path });
    if (place === null) return;
    select(app.views, view, { frame: place.frame, node: place.node, place, origin: 'details' });
    flame?.current?.zoomTo(place);
  };
  const showAll = () => {
    const graph = flame?.current ?? null;
    if (graph === null) select(app.views, view, null);
    else graph.reset();
  };
  useEffect(() => {
    // Of a long path the end is what was asked for.
    if (value !== null && end.current !== null) end.current.scrollLeft = end.current.scrollWidth;
  }, [value]);

  return (
    <nav className="breadcrumb" aria-label="Path of the selected box">
      <ol ref={end}>
        <li>
          <button type="button" onClick={showAll}>
            all samples
          </button>
        </li>
        {value !== null &&
          Array.from(value.path, (frame, depth) => {
            const name = value.frames.name(frame);
            const names = shortNames(name);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a function may stand in a path twice.
              <li key={depth}>
                <button
                  type="button"
                  title={name}
                  aria-current={depth === value.path.length - 1 || undefined}
                  onClick={() => void attempt(app, zoom(value.path.slice(0, depth + 1)))}
                >
                  {names[Math.min(2, names.length - 1)]}
                </button>
              </li>
            );
          })}
      </ol>
    </nav>
  );
}
