import { expect, it, vi } from 'vitest';
import { ProgressLine } from '../../src/cli/progress-line.ts';

it('shows a step on one line of a terminal, and takes it away', () => {
  const write = vi.fn((_: string) => true);
  const line = new ProgressLine({ write, isTTY: true } as never);
  line.show({ step: 'Drawing', done: 0, total: 0 });
  line.show({ step: 'Writing', done: 1, total: 4 });
  line.end();
  line.end();
  expect(write.mock.calls.flat()).toEqual([
    '\r\u001b[KDrawing',
    '\r\u001b[KWriting 25%',
    '\r\u001b[K',
  ]);
});

it('writes nothing elsewhere', () => {
  const write = vi.fn(() => true);
  const line = new ProgressLine({ write, isTTY: false } as never);
  line.show({ step: 'Drawing', done: 0, total: 0 });
  line.end();
  expect(write).not.toHaveBeenCalled();
});
