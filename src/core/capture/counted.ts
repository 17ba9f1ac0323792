/** A number that a service counts, or a sentence why it cannot be told. */
export type Counted =
  | {
      readonly value: number;
      /** How many series it is the sum of; 1 for a single number. */
      readonly series: number;
    }
  | { readonly error: string };
