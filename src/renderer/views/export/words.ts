import type { Caption, ExportChoices, Scene } from '../../../bridge/export-api.ts';

/** What can be exported. */
export const kinds: readonly (readonly [ExportChoices['what'], string])[] = [
  ['picture', 'Picture'],
  ['page', 'Page'],
  ['report', 'Report'],
  ['table', 'Table'],
  ['stacks', 'Stacks'],
  ['profile', 'Profile'],
];

/** What each of them is for. */
export const kindNotes: Readonly<Record<ExportChoices['what'], string>> = {
  picture: 'For a document or a chat: it says by itself what it shows.',
  page: 'One HTML file with the flame graph to zoom and search, which opens offline in any browser.',
  report: 'A document for a postmortem: figures, pictures, hazards, and how they were obtained.',
  table: 'The rows of the table, in its order and with its filter, for a spreadsheet or a program.',
  stacks: 'For FlameGraph, inferno or speedscope.',
  profile: 'For go tool pprof: what the focus keeps, or the difference of both sides.',
};

/** What a picture can show. */
export const sceneWords: Readonly<Record<Scene['kind'], string>> = {
  graph: 'Flame graph',
  sides: 'Side by side',
  difference: 'Difference',
  table: 'Table',
  summary: 'Summary',
};

/** The parts of a caption. */
export const captionParts: readonly (readonly [Exclude<keyof Caption, 'title'>, string])[] = [
  ['files', 'File names and times'],
  ['subject', 'What is shown, filtered, divided'],
  ['denominator', 'What percentages are of'],
  ['legend', 'Colours and marks'],
  ['made', 'Day and version'],
];
