import { expect, it } from 'vitest';
import { FrameTexts } from '../../src/words/frame-texts.ts';
import { textColumn } from '../renderer/frame-columns.ts';

const frames = new FrameTexts({
  length: 3,
  name: textColumn(['main.run', 'ünïcode.F', 'evil\u202e\n']),
  file: Int32Array.of(0, 1, -1),
  line: Float64Array.of(12, 0, 0),
  package: Int32Array.of(1, 0, 2),
  module: Int32Array.of(1, 0, 0),
  files: textColumn(['/src/main.go', '/src/ü.go']),
  packages: ['', 'main', 'ev\u200bil'],
  modules: ['', 'api'],
  joined: null,
});

it('decodes texts', () => {
  expect([0, 1].map((frame) => frames.name(frame))).toEqual(['main.run', 'ünïcode.F']);
  expect(frames.package(0)).toBe('main');
  expect(frames.module(0)).toBe('api');
});

it('shows nothing that is not seen, but keeps the name for the engine', () => {
  expect(frames.name(2)).toBe('evil\\u{202E}\\u{A}');
  expect(frames.rawName(2)).toBe('evil\u202e\n');
  expect(frames.package(2)).toBe('ev\\u{200B}il');
});

it('names a place as far as it is known', () => {
  expect([0, 1, 2].map((frame) => frames.place(frame))).toEqual([
    '/src/main.go:12',
    '/src/ü.go',
    '',
  ]);
});
