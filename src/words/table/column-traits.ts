/** What is particular to a column of a table of functions, on the page and in pictures. */
export interface ColumnTraits {
  readonly title: string;
  /** What the figures mean, for the heading's tooltip. */
  readonly meaning: string;
  /** Width in px; of a column that grows the least. */
  readonly width: number;
  /** Another width for a narrow table. */
  readonly narrowWidth?: number;
  /** The column's part of the room that columns leave; one without keeps its width. */
  readonly grow?: number;
  readonly isText?: boolean;
  /** Whether the first click sorts upwards although the column is none of texts. */
  readonly isAscendingFirst?: boolean;
}
