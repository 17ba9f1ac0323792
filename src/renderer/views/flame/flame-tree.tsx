import './flame-tree.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { NodeChildren } from '../../../bridge/tree-api.ts';
import { FrameColors } from '../../../core/drawing/frame-colors.ts';
import { FlameTreeRow } from './flame-tree-row.tsx';
import type { FlameGraphProps, TreeSource } from './flame-types.ts';
import { treeCommand } from './tree-commands.ts';
import { COMPARED_HEADINGS, HEADINGS } from './tree-row-words.ts';
import { useTree } from './use-tree.ts';

export interface FlameTreeProps
  extends Pick<FlameGraphProps, 'theme' | 'highlighted' | 'selection' | 'requestBox' | 'onSelect'> {
  /** The tree; its levels are asked for as they are opened. */
  readonly source: Omit<TreeSource, 'requestSlice' | 'requestPlace'>;
  readonly requestChildren: (node: number) => Promise<NodeChildren>;
  /** Frames from the outermost caller to a node. */
  readonly requestPath: (node: number) => Promise<Int32Array>;
}

const ROW_HEIGHT = 22;

/** The flame graph as a tree to walk: what it shows, in text, each level opened on demand. */
export function FlameTree(props: FlameTreeProps) {
  const { source, theme, highlighted, selection, onSelect } = props;
  const { frames, sampleType, compared } = source;
  const type = source.sampleTypes[sampleType];
  const { requestChildren, requestBox, requestPath } = props;
  const tree = useTree(source.key, sampleType, requestChildren, requestBox, requestPath);
  const [activeNode, setActiveNode] = useState(selection?.node ?? -1);
  const field = useRef<HTMLDivElement>(null);
  const colors = useMemo(() => new FrameColors(frames, 'package', theme), [frames, theme]);
  const ids = useId();
  const { rows, openTo } = tree;
  const active = Math.max(
    0,
    rows.findIndex((row) => row.node === activeNode),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => field.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => rows[at]?.node ?? at,
    overscan: 12,
  });

  // A box selected elsewhere becomes the active row, in the middle once what calls it is open.
  const selectedNode = selection?.node ?? null;
  const isShown = tree.status === 'shown';
  const [sought, setSought] = useState<number | null>(null);
  const seek = useEffectEvent((node: number) => {
    setActiveNode(node);
    if (rows[active]?.node === node) return;
    setSought(node);
    if (!rows.some((row) => row.node === node)) openTo(node);
  });
  useEffect(() => {
    if (selectedNode !== null && isShown) seek(selectedNode);
  }, [selectedNode, isShown]);
  const soughtAt = sought === null ? -1 : rows.findIndex((row) => row.node === sought);
  useEffect(() => {
    if (soughtAt < 0) return;
    virtual.scrollToIndex(soughtAt, { align: 'center' });
    setSought(null);
  }, [soughtAt, virtual]);

  const goTo = (at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    setActiveNode(row.node);
    virtual.scrollToIndex(at);
    onSelect({ frame: row.frame, node: row.node, place: row.place });
  };
  const toggle = (at: number) => {
    const row = rows[at];
    if (!row?.hasChildren) return;
    if (row.isOpen) tree.close(row);
    else tree.open(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor((field.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1;
    const command = treeCommand(event.key, rows, active, page);
    if (command === null) return;
    event.preventDefault();
    if (command.kind === 'go') goTo(command.to);
    else toggle(active);
  };

  if (type === undefined) return null;
  return (
    <div className="flame-tree" data-status={tree.status} data-compared={compared !== null}>
      <div className="flame-tree-head" aria-hidden="true">
        <span>Function</span>
        {compared === null && <span>Share</span>}
        {(compared === null ? HEADINGS : COMPARED_HEADINGS).map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
      <div
        ref={field}
        className="flame-tree-field"
        role="tree"
        aria-label="Call tree"
        aria-activedescendant={rows.length > 0 ? `${ids}-${rows[active]?.node}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="none" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <FlameTreeRow
                key={row.node}
                id={`${ids}-${row.node}`}
                row={row}
                frames={frames}
                total={tree.total}
                sampleType={type}
                compared={compared}
                color={colors.of(row.frame)}
                isActive={index === active}
                isMatch={highlighted?.[row.frame] === 1}
                top={start}
                onPress={() => goTo(index)}
                onToggle={() => toggle(index)}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p className="flame-status">{STATUS_WORDS[tree.status]}</p>}
    </div>
  );
}

const STATUS_WORDS = {
  loading: 'Reading the call tree…',
  failed: 'The call tree could not be read.',
  shown: 'No samples to show: in this view every value is zero.',
} as const;
