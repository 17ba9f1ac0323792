import { expect, it } from 'vitest';
import type { ExportWhat } from '../../src/bridge/export-api.ts';
import { exportName } from '../../src/words/export-name.ts';
import { picture } from '../helpers/export-orders.ts';

const difference: ExportWhat = {
  ...picture,
  scene: {
    kind: 'difference',
    orientation: 'icicle',
    search: null,
    width: 'both',
    changeColor: 'absolute',
    part: null,
  },
};
const report: ExportWhat = {
  kind: 'report',
  format: 'md',
  title: null,
  theme: 'light',
  notes: '',
  evidence: { before: [], after: [] },
};

it.each<[ExportWhat, string[], string]>([
  [difference, ['heap.pb.gz', 'heap.pb.gz'], 'heap-before-after-difference.svg'],
  [difference, ['old.pprof', 'new.pprof'], 'old-new-difference.svg'],
  [picture, ['heap.pb.gz'], 'heap-flame-graph.svg'],
  [report, ['heap.pb.gz'], 'heap-report.md'],
  [{ kind: 'profile' }, ['heap.pb.gz'], 'heap-export.pb.gz'],
  [{ kind: 'stacks', format: 'speedscope' }, ['cpu'], 'cpu.speedscope.json'],
  [{ kind: 'stacks', format: 'folded' }, ['../../etc/passwd'], 'passwd.folded'],
  [{ kind: 'stacks', format: 'folded' }, ['.pb.gz'], 'profile.folded'],
  [{ kind: 'stacks', format: 'folded' }, ['..'], 'profile.folded'],
  [{ kind: 'stacks', format: 'folded' }, ['a\u202egpj"<b>\0.pb.gz'], 'a-gpj-b.folded'],
  [{ kind: 'stacks', format: 'folded' }, ['größe 2.pb.gz'], 'größe-2.folded'],
  [{ kind: 'stacks', format: 'folded' }, ['n'.repeat(300)], `${'n'.repeat(60)}.folded`],
])('names %j of %j', (what, names, expected) => {
  expect(exportName(what, names)).toBe(expected);
});
