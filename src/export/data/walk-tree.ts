import type { View } from '../../bridge/engine-api.ts';
import type { TreeRun } from '../../bridge/tree-api.ts';
import type { ExportTools } from '../tools.ts';

/** The frame of samples without a stack, which stack formats cannot tell otherwise. */
export const NO_STACK = '(no stack)';

/** All boxes of a view's graph, in runs. */
export async function* walkTree(view: View, tools: ExportTools): AsyncGenerator<TreeRun> {
  let from = 0;
  let done = 0;
  try {
    while (from >= 0) {
      tools.report({ step: 'Writing stacks', done, total: 0 });
      const run: TreeRun = await tools.ask('walk', { view, from });
      done += run.frame.length;
      from = run.next;
      yield run;
    }
  } finally {
    // Ended early: the engine need not keep its place. Where the profile is closed it has none.
    if (from > 0) await tools.ask('walk', { view, from: -1 }).catch(() => null);
  }
}
