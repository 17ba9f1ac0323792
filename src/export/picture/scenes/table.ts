import type { TableScene } from '../../../bridge/export-api.ts';
import { differenceTable } from './difference-table.ts';
import type { Body, SceneContext } from './scene.ts';
import { topTable } from './top-table.ts';

/** The table of functions, of one profile or of what changed. */
export function tableBody({ table, rows }: TableScene, context: SceneContext): Promise<Body> {
  return table.kind === 'top'
    ? topTable(table, rows, context)
    : differenceTable(table, rows, context);
}
