import type { App } from '../state/app.ts';

/** Whether a dialog is open, which keys are for alone. */
export function isDialogOpen({ screen, investigations, source }: App): boolean {
  const { dialog } = screen.getState();
  const { sought } = investigations.getState();
  return dialog !== null || sought.length > 0 || source.getState().asking !== null;
}

/** Whether what has the focus takes text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio';
}
