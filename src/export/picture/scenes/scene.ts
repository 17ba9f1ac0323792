import type { ExportTools } from '../../tools.ts';
import type { Part, Sheet } from '../parts/part.ts';
import type { Subject } from '../subject.ts';

/** What a scene is made with. */
export interface SceneContext {
  readonly sheet: Sheet;
  readonly subject: Subject;
  readonly tools: Pick<ExportTools, 'ask'>;
  /** Pixels of the picture to each px. */
  readonly pixelRatio: number;
}

/** What a picture shows between its caption's parts. */
export interface Body {
  readonly part: Part;
  /** What its colours and marks mean. */
  readonly legend: Part;
  /** What the caption has to say of it besides. */
  readonly notes: readonly string[];
}
