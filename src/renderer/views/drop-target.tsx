import { useEffect, useState } from 'react';
import type { SideName } from '../../bridge/comparison-api.ts';
import { openForSide, openTogether } from '../state/pairing.ts';
import { useApp } from '../state/use-app.ts';
import { DropOverlay, type Held } from './drop-overlay.tsx';

/** Takes files dropped anywhere on the window, and says what would come of it while they are held over it. */
export function DropTarget() {
  const app = useApp();
  const [held, setHeld] = useState<Held | null>(null);

  useEffect(() => {
    const over = (event: DragEvent) => {
      const { dataTransfer } = event;
      if (dataTransfer === null || !carriesFiles(dataTransfer)) return;
      event.preventDefault();
      dataTransfer.dropEffect = 'copy';
      const files = [...dataTransfer.items].filter(({ kind }) => kind === 'file').length;
      const side = sideAt(event.target);
      // It comes many times a second.
      setHeld((known) => (known?.files === files && known.side === side ? known : { files, side }));
    };
    const leave = (event: DragEvent) => {
      // Within the window the pointer leaves one element for another.
      if (event.relatedTarget === null) setHeld(null);
    };
    const drop = (event: DragEvent) => {
      const { dataTransfer } = event;
      if (dataTransfer === null || !carriesFiles(dataTransfer)) return;
      event.preventDefault();
      setHeld(null);
      const [file, ...more] = dataTransfer.files;
      const side = sideAt(event.target);
      if (file === undefined) return;
      if (side !== null && more.length === 0) openForSide(app, side, file);
      else openTogether(app, [file, ...more]);
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('dragenter', over, { signal });
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [app]);

  return held === null ? null : <DropOverlay held={held} />;
}

function carriesFiles({ types }: DataTransfer): boolean {
  return types.includes('Files');
}

/** The side that a part of the page takes files for. */
function sideAt(target: EventTarget | null): SideName | null {
  if (!(target instanceof Element)) return null;
  const side = target.closest<HTMLElement>('[data-drop-side]')?.dataset['dropSide'];
  return side === 'before' || side === 'after' ? side : null;
}
