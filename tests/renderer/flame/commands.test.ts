import { describe, expect, it } from 'vitest';
import { flameCommand } from '../../../src/renderer/views/flame/commands.ts';

const press = (key: string, over = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...over,
});

describe('flameCommand', () => {
  it.each([
    ['icicle', 'ArrowDown', 'child'],
    ['icicle', 'ArrowUp', 'parent'],
    ['flame', 'ArrowDown', 'parent'],
    ['flame', 'ArrowUp', 'child'],
    ['flame', 'ArrowLeft', 'previous'],
    ['icicle', 'ArrowRight', 'next'],
  ] as const)('in an %s, %s walks to the %s', (orientation, key, step) => {
    expect(flameCommand(press(key), orientation)).toEqual({ kind: 'walk', step });
  });

  it.each([
    ['Enter', 'enter'],
    ['+', 'zoomIn'],
    ['=', 'zoomIn'],
    ['-', 'zoomOut'],
    ['0', 'reset'],
    ['Home', 'reset'],
    ['Escape', 'reset'],
    ['ContextMenu', 'menu'],
  ])('%s is %s', (key, kind) => {
    expect(flameCommand(press(key), 'icicle')).toEqual({ kind });
  });

  it('pans and pages', () => {
    const shift = { shiftKey: true };
    expect(flameCommand(press('ArrowLeft', shift), 'icicle')).toEqual({
      kind: 'pan',
      direction: -1,
    });
    expect(flameCommand(press('PageDown'), 'icicle')).toEqual({ kind: 'page', direction: 1 });
    expect(flameCommand(press('PageDown'), 'flame')).toEqual({ kind: 'page', direction: -1 });
    expect(flameCommand(press('F10', shift), 'flame')).toEqual({ kind: 'menu' });
  });

  it.each([
    press('/'),
    press('F10'),
    press('Tab'),
    press('0', { ctrlKey: true }),
    press('+', { metaKey: true }),
    press('ArrowLeft', { altKey: true }),
  ])('leaves $key to the page', (key) => {
    expect(flameCommand(key, 'icicle')).toBeNull();
  });
});
