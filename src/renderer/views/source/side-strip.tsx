import { Menu } from '@base-ui/react/menu';
import type { SoughtSource } from '../../../bridge/source-api.ts';
import type { LineSums } from '../../../core/analysis/listing/function-lines.ts';
import { type Quantity, shownInFull } from '../../../core/text/comparison/quantity-words.ts';
import { packageKind } from '../../../core/text/package-kind.ts';
import { baseName } from '../../../core/text/path.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { counted } from '../../../words/counted.ts';
import { doubtsOf, mappingWords } from '../../../words/source/source-words.ts';
import { attempt } from '../../state/actions.ts';
import {
  changeEditor,
  chooseFolder,
  chooseRoot,
  forgetFolder,
  openInEditor,
} from '../../state/reading-source.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { useLayer } from '../parts/use-layer.ts';
import { tellingValue } from './source-rows.ts';
import type { SourceSide } from './source-side.ts';

/** Where the source of a side is read from and what speaks against that; or what is looked for, and how to find it. */
export function SideStrip({
  side,
  quantity,
  isAlone,
}: {
  readonly side: SourceSide;
  readonly quantity: Quantity;
  readonly isAlone: boolean;
}) {
  const { role, answer, place } = side;
  return (
    <section className="source-side" aria-label={isAlone ? 'Source file' : SIDE_TITLES[role]}>
      {!isAlone && (
        <b>
          <span className="side-dot" data-side={role} />
          {SIDE_TITLES[role]}
        </b>
      )}
      {place === null ? (
        <p>
          {side.listing.cum === 0
            ? 'The function has no value here.'
            : 'The profile names no source file of it.'}
        </p>
      ) : answer?.kind === 'found' ? (
        <FoundFile side={side} />
      ) : (
        <MissingFile side={side} quantity={quantity} />
      )}
    </section>
  );
}

const SIDE_TITLES = { alone: '', before: 'Before', after: 'After' } as const;

function FoundFile({ side }: { readonly side: SourceSide }) {
  const app = useApp();
  const { answer, place, text, sought, profile } = side;
  if (answer?.kind !== 'found' || place === null || text === null || sought === null) return null;
  const { signs, doubts } = doubtsOf(
    answer,
    {
      lines: text.lines,
      functionName: place.functionName,
      startLine: place.startLine,
      valued: place.own.line,
    },
    profile.timeMillis,
  );
  const line = text.range?.first ?? 1;
  return (
    <>
      <p className="source-mapping" title={visibleText(answer.path)}>
        {mappingWords(answer)}
      </p>
      {[...placeNotes(side), ...doubts].map((doubt) => (
        <p key={doubt} className="muted">
          {doubt}
        </p>
      ))}
      <span className="source-actions">
        <button
          type="button"
          className="link-button"
          onClick={() => void attempt(app, openInEditor(app, sought, line))}
        >
          Open in editor
        </button>
        <FolderMenu side={side} folders={answer.folder === null ? [] : [answer.folder]} />
      </span>
      {answer.roots.length > 1 && <RootChoice side={side} roots={answer.roots} />}
      {signs.length > 0 && (
        <div className="source-signs" role="note">
          <Icon name="warning" size={14} />
          <p>
            <b>This is not the file that was profiled.</b> {signs.join(' ')}
          </p>
        </div>
      )}
    </>
  );
}

/** Sentences about values that stand in no line of the file. */
function placeNotes({ listing, place }: SourceSide): string[] {
  const isUnplaced = place?.own.line.some((line, row) => line < 1 && place.own.cum[row] !== 0);
  const others = listing.places.length - 1;
  return [
    isUnplaced ? 'The profile knows no line of some of its values.' : '',
    others > 0 ? `It is in ${counted(others, 'other file', 'other files')} as well.` : '',
  ].filter((sentence) => sentence !== '');
}

/** Several folders hold such a file. */
function RootChoice({
  side: { sought },
  roots,
}: {
  readonly side: SourceSide;
  readonly roots: readonly string[];
}) {
  const app = useApp();
  if (sought === null) return null;
  return (
    <label className="source-root">
      {roots.length} folders hold it, and nothing tells which is meant:
      <select
        value={roots[0]}
        onChange={({ currentTarget }) =>
          void attempt(app, chooseRoot(app, sought, currentTarget.value))
        }
      >
        {[...roots].sort().map((root) => (
          <option key={root} value={root}>
            {visibleText(root)}
          </option>
        ))}
      </select>
    </label>
  );
}

function FolderMenu({
  side: { profile, role, sought, text },
  folders,
}: {
  readonly side: SourceSide;
  readonly folders: readonly string[];
}) {
  const app = useApp();
  const layer = useLayer();
  const of = { profile: profile.id, role };
  return (
    <Menu.Root>
      <Menu.Trigger className="link-button">Change…</Menu.Trigger>
      <Menu.Portal container={layer}>
        <Menu.Positioner className="popup-layer" align="end" sideOffset={4}>
          <Menu.Popup className="popup menu-list">
            <Menu.Item
              className="menu-item"
              onClick={() => void attempt(app, chooseFolder(app, of, null))}
            >
              <span className="menu-text">Choose another folder…</span>
            </Menu.Item>
            {text !== null && sought !== null && (
              <Menu.Item
                className="menu-item"
                onClick={() => void attempt(app, changeEditor(app, sought, text.range?.first ?? 1))}
              >
                <span className="menu-text">Open in another editor…</span>
              </Menu.Item>
            )}
            {folders.map((folder) => (
              <Menu.Item
                key={folder}
                className="menu-item"
                onClick={() => void attempt(app, forgetFolder(app, folder))}
              >
                <span className="menu-text">Look no more into {visibleText(folder)}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** What is looked for, and what the profile says of its lines meanwhile. */
function MissingFile({
  side,
  quantity,
}: {
  readonly side: SourceSide;
  readonly quantity: Quantity;
}) {
  const app = useApp();
  const { sought, answer, place, listing, profile, role } = side;
  if (sought === null || place === null || answer === null || answer.kind === 'found') return null;
  const { line, value } = heaviestLine(place.own);
  return (
    <>
      {answer.reason !== '' && <p>{visibleText(answer.reason)}</p>}
      {answer.kind === 'missing' && <SoughtWords sought={sought} />}
      {line > 0 && (
        <p className="muted">
          The heaviest of its lines is {line}, with {shownInFull(value * listing.scale, quantity)}.
        </p>
      )}
      <span className="source-actions">
        {answer.kind === 'missing' && (
          <button
            type="button"
            className="button primary"
            onClick={() =>
              void attempt(app, chooseFolder(app, { profile: profile.id, role }, null))
            }
          >
            Choose the folder…
          </button>
        )}
        {(answer.kind === 'refused' || answer.folders.length > 0) && (
          <FolderMenu side={side} folders={answer.kind === 'missing' ? answer.folders : []} />
        )}
      </span>
    </>
  );
}

/** Which file it is, and which folder is meant. */
function SoughtWords({ sought: { file, packagePath } }: { readonly sought: SoughtSource }) {
  const kind = packageKind(packagePath);
  return (
    <p>
      <b>Where is {visibleText(baseName(file))} on this machine?</b>
      <br />
      The profile has <code>{visibleText(file)}</code>
      {packagePath === '' ? '' : `, package ${visibleText(packagePath)}`}.{' '}
      {kind === 'stdlib' || kind === 'runtime' ? (
        <>
          Choose the folder of Go, which <code>go env GOROOT</code> prints.
        </>
      ) : (
        <>
          Choose the folder of its module, where its <code>go.mod</code> is; of a dependency, the
          module cache, which <code>go env GOMODCACHE</code> prints.
        </>
      )}
    </p>
  );
}

/** The line that costs most itself, or with what it calls where that is what costs; 0 for none. */
function heaviestLine({ line, flat, cum }: LineSums): { line: number; value: number } {
  const values = tellingValue([flat], [cum]) === 'flat' ? flat : cum;
  const row = values.reduce(
    (most, value, at) => (Math.abs(value) > Math.abs(values[most] ?? 0) ? at : most),
    0,
  );
  return { line: line[row] ?? 0, value: values[row] ?? 0 };
}
