import { useEffect, useState } from 'react';
import { openFiles } from '../state/actions.ts';
import { useApp } from '../state/use-app.ts';
import './drop-target.css';
import { Icon } from './parts/icon.tsx';

/** Takes files dropped anywhere on the window, and says so while they are held over it. */
export function DropTarget() {
  const app = useApp();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      // Within the window the pointer leaves one element for another.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      openFiles(app, [...(event.dataTransfer?.files ?? [])]);
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('dragenter', over, { signal });
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [app]);

  if (!isOver) return null;
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-overlay-frame">
        <Icon name="down" size={28} />
        <strong>Drop to open</strong>
        <span>One profile or several at once; what is open stays open.</span>
      </div>
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
