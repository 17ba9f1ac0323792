import type { ValueType } from '../../../core/profile/profile.ts';
import { formatShare } from '../../../core/units/share.ts';
import type { Compared, FlameFrames } from './flame-types.ts';
import { comparedRow, rowWords } from './tree-row-words.ts';
import type { TreeRow } from './tree-rows.ts';

interface FlameTreeRowProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly frames: FlameFrames;
  readonly total: number;
  readonly sampleType: ValueType;
  readonly compared: Compared | null;
  readonly color: string;
  readonly isActive: boolean;
  readonly isMatch: boolean;
  /** Distance from the top of the tree, in px. */
  readonly top: number;
  readonly onPress: () => void;
  readonly onToggle: () => void;
}

/** A function in the tree, with its values. */
export function FlameTreeRow({
  id,
  row,
  frames,
  total,
  sampleType,
  compared,
  color,
  isActive,
  isMatch,
  top,
  onPress,
  onToggle,
}: FlameTreeRowProps) {
  const name = frames.name(row.frame);
  const words = compared === null ? rowWords(row, total, sampleType) : comparedRow(row, compared);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the keyboard and names its active item.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys.
    <div
      id={id}
      className="flame-tree-row"
      role="treeitem"
      aria-label={`${name}, ${words.spoken}`}
      aria-level={row.level}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-expanded={row.hasChildren ? row.isOpen : undefined}
      aria-selected={isActive}
      data-match={isMatch || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
      onDoubleClick={onToggle}
    >
      <span className="flame-tree-name" style={{ paddingInlineStart: `${indentOf(row.level)}px` }}>
        <Twist row={row} onToggle={onToggle} />
        <i className="flame-tree-color" style={{ background: color }} />
        <span title={name}>{name}</span>
      </span>
      {compared === null && (
        <span className="flame-tree-share">
          <i style={{ width: `${barWidth(row.total, total)}%` }} />
          {formatShare(row.total, total)}
        </span>
      )}
      {words.cells.map(({ heading, text }) => (
        <span key={heading}>{text}</span>
      ))}
    </div>
  );
}

function Twist({ row, onToggle }: { readonly row: TreeRow; readonly onToggle: () => void }) {
  if (!row.hasChildren) return <i className="flame-tree-twist" />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it does the tree's keys do.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <i
      className="flame-tree-twist"
      data-open={row.isOpen}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

const barWidth = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.min(100, Math.abs(part / whole) * 100);

/** Each level goes 14 px in; past the twentieth only 2, so that names in deep stacks are still seen. */
function indentOf(level: number): number {
  const deep = Math.max(0, level - 20);
  return (level - 1 - deep) * 14 + Math.min(deep, 60) * 2;
}
