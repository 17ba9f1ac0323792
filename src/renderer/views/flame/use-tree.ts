import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeChildren } from '../../../bridge/tree-api.ts';
import type { BoxValues } from '../../../words/box-figures.ts';
import { busy } from '../../idle.ts';
import { closed, fetchBelow, fetchPath, opened, type TreeRow } from './tree-rows.ts';

/** The rows that are open of one call tree, and its total. */
export interface OpenTree {
  readonly status: 'loading' | 'failed' | 'shown';
  readonly rows: readonly TreeRow[];
  readonly total: number;
  open(row: TreeRow): void;
  close(row: TreeRow): void;
  /** Opens what stands between the rows and a node. */
  openTo(node: number): void;
}

interface Loaded {
  readonly viewKey: string;
  readonly rows: readonly TreeRow[];
  readonly total: number;
  readonly hasFailed: boolean;
}

const ROOT = 0;

/** Fetches the rows of a call tree as they are opened. Another `viewKey` means another tree. */
export function useTree(
  viewKey: string,
  sampleType: number,
  requestChildren: (node: number) => Promise<NodeChildren>,
  requestBox: (node: number) => Promise<BoxValues>,
  requestPath: (node: number) => Promise<Int32Array>,
): OpenTree {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const requests = useRef({ requestChildren, requestBox, requestPath });
  const known = useRef(loaded);
  useEffect(() => {
    requests.current = { requestChildren, requestBox, requestPath };
    known.current = loaded;
  });

  useEffect(() => {
    let isOver = false;
    const done = busy();
    const { requestChildren: childrenOf, requestBox: boxOf } = requests.current;
    void Promise.all([fetchBelow(ROOT, 1, childrenOf), boxOf(ROOT)])
      .then(
        ([rows, { total }]) => ({ rows, total: total[sampleType] ?? 0, hasFailed: false }),
        () => ({ rows: [], total: 0, hasFailed: true }),
      )
      .then((result) => {
        if (!isOver) setLoaded({ viewKey, ...result });
      })
      .finally(done);
    return () => {
      isOver = true;
    };
  }, [viewKey, sampleType]);

  const change = useCallback(
    (edit: (rows: readonly TreeRow[]) => readonly TreeRow[]) =>
      setLoaded((now) => (now?.viewKey === viewKey ? { ...now, rows: edit(now.rows) } : now)),
    [viewKey],
  );
  const open = useCallback(
    ({ node, level }: TreeRow) => {
      const done = busy();
      fetchBelow(node, level + 1, requests.current.requestChildren)
        .then(
          (below) => change((rows) => opened(rows, node, below)),
          () => {}, // It stays closed; the page tells why the engine does not answer.
        )
        .finally(done);
    },
    [change],
  );
  const close = useCallback(({ node }: TreeRow) => change((rows) => closed(rows, node)), [change]);

  const openTo = useCallback(
    (node: number) => {
      const done = busy();
      const { requestChildren: childrenOf, requestPath: pathOf } = requests.current;
      pathOf(node)
        .then((path) => fetchPath(known.current?.rows ?? [], path, childrenOf))
        .then(
          (openings) =>
            change((rows) =>
              openings.reduce((all, { node: at, below }) => opened(all, at, below), rows),
            ),
          () => {}, // As above.
        )
        .finally(done);
    },
    [change],
  );
  if (loaded === null || loaded.viewKey !== viewKey) {
    return { status: 'loading', rows: [], total: 0, open, close, openTo };
  }
  const { rows, total, hasFailed } = loaded;
  return { status: hasFailed ? 'failed' : 'shown', rows, total, open, close, openTo };
}
