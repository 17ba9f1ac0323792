import { useEffect } from 'react';
import { openFiles } from '../state/actions.ts';
import { openTogether } from '../state/pairing.ts';
import { useApp } from '../state/use-app.ts';
import { isDialogOpen, isTyping } from './taking-keys.ts';

/** Takes what is pasted anywhere on the page: files as dropped ones, and text as a file of that content. */
export function PasteTarget() {
  const app = useApp();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (clipboardData === null || isTyping(event.target) || isDialogOpen(app)) return;
      const text = clipboardData.getData('text/plain');
      if (clipboardData.files.length > 0) openTogether(app, [...clipboardData.files]);
      else if (text !== '') openFiles(app, [new File([text], 'Pasted text')]);
      else return;
      event.preventDefault();
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [app]);
  return null;
}
