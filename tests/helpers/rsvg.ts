import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FONTS } from '../../src/export/fonts/fonts.ts';

/** Whether rsvg-convert is there: Debian has it in librsvg2-bin. */
export const hasRsvg = isThere();

function isThere(): boolean {
  try {
    execFileSync('rsvg-convert', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let configFile: string | null = null;

/** What rsvg-convert makes of an SVG, with the fonts that we draw with. */
export function rsvgPng(svg: Uint8Array): Uint8Array {
  configFile ??= fontConfig();
  return execFileSync('rsvg-convert', {
    input: svg,
    env: { ...process.env, FONTCONFIG_FILE: configFile },
    maxBuffer: 2 ** 28,
  });
}

function fontConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'allocscope-fonts-'));
  for (const [index, file] of FONTS.trueType().entries()) {
    writeFileSync(join(folder, `${index}.ttf`), file);
  }
  const file = join(folder, 'fonts.conf');
  const cache = join(folder, 'cache');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  return file;
}
