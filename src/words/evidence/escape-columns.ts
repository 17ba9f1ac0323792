import type { ColumnTraits } from '../table/column-traits.ts';

/** The columns of the table of lines by id, in order. */
export type EscapeColumnId = 'objects' | 'objectShare' | 'bytes' | 'message' | 'function' | 'place';

/** What is particular to them. */
export const escapeTraits: Readonly<Record<EscapeColumnId, ColumnTraits>> = {
  objects: { title: 'objects', meaning: 'Objects that the line itself allocates', width: 84 },
  objectShare: { title: '%', meaning: 'Those objects as a share of all', width: 62 },
  bytes: { title: 'bytes', meaning: 'Their bytes', width: 88 },
  message: {
    title: 'compiler',
    meaning: 'What the compiler says of the line',
    width: 200,
    grow: 2,
    isText: true,
  },
  function: {
    title: 'function',
    meaning: 'The function around it',
    width: 120,
    grow: 1.2,
    isText: true,
  },
  place: { title: 'line', meaning: 'Source file and line', width: 170, grow: 0.8, isText: true },
};

/** The columns of the table of changes by id, in order. */
export type ChangeColumnId =
  | 'change'
  | 'objectsBefore'
  | 'objectsAfter'
  | 'bytesBefore'
  | 'bytesAfter'
  | 'message'
  | 'function'
  | 'place';

/** What is particular to them. */
export const changeTraits: Readonly<Record<ChangeColumnId, ColumnTraits>> = {
  change: { title: 'change', meaning: 'What became of it', width: 92, isText: true },
  objectsBefore: { title: 'objects before', meaning: 'Objects of its line, before', width: 104 },
  objectsAfter: { title: 'after', meaning: 'Objects of its line, after', width: 76 },
  bytesBefore: { title: 'bytes before', meaning: 'Bytes of its line, before', width: 100 },
  bytesAfter: { title: 'after', meaning: 'Bytes of its line, after', width: 84 },
  message: {
    title: 'compiler',
    meaning: 'What the compiler says',
    width: 160,
    grow: 2,
    isText: true,
  },
  function: {
    title: 'function',
    meaning: 'The function around it',
    width: 110,
    grow: 1,
    isText: true,
  },
  place: {
    title: 'line',
    meaning: 'Source file and line, before and after',
    width: 150,
    grow: 1.2,
    isText: true,
  },
};
