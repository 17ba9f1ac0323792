import type { Step } from '../../../core/layout/neighbours.ts';
import type { Orientation } from '../../../core/layout/viewport.ts';

/** What a key does in the flame graph. */
export type FlameCommand =
  | { readonly kind: 'walk'; readonly step: Step }
  | { readonly kind: 'pan'; readonly direction: 1 | -1 }
  | { readonly kind: 'page'; readonly direction: 1 | -1 }
  | { readonly kind: 'enter' | 'zoomIn' | 'zoomOut' | 'reset' | 'menu' };

/** What of a keyboard event decides. */
export type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The command of a key; null for keys that belong to someone else. */
export function flameCommand(key: Key, orientation: Orientation): FlameCommand | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  const isIcicle = orientation === 'icicle';
  switch (key.key) {
    case 'ArrowUp':
      return { kind: 'walk', step: isIcicle ? 'parent' : 'child' };
    case 'ArrowDown':
      return { kind: 'walk', step: isIcicle ? 'child' : 'parent' };
    case 'ArrowLeft':
      return key.shiftKey ? { kind: 'pan', direction: -1 } : { kind: 'walk', step: 'previous' };
    case 'ArrowRight':
      return key.shiftKey ? { kind: 'pan', direction: 1 } : { kind: 'walk', step: 'next' };
    case 'PageUp':
      return { kind: 'page', direction: isIcicle ? -1 : 1 };
    case 'PageDown':
      return { kind: 'page', direction: isIcicle ? 1 : -1 };
    case 'Enter':
      return { kind: 'enter' };
    case '+':
    case '=':
      return { kind: 'zoomIn' };
    case '-':
    case '_':
      return { kind: 'zoomOut' };
    case '0':
    case 'Home':
    case 'Escape':
      return { kind: 'reset' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return key.shiftKey ? { kind: 'menu' } : null;
    default:
      return null;
  }
}
