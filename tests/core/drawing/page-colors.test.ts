import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGE_COLORS } from '../../../src/core/drawing/page-colors.ts';

const css = readFileSync(
  new URL('../../../src/renderer/theme/tokens.css', import.meta.url),
  'utf8',
);

describe('the colours around graphs', () => {
  it.each(['light', 'dark'] as const)('are the tokens of the page: %s', (theme) => {
    const [, block = ''] = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css) ?? [];
    for (const [name, color] of Object.entries(PAGE_COLORS[theme])) {
      const token = name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(block, name).toContain(`--${token}: ${color};`);
    }
  });
});
