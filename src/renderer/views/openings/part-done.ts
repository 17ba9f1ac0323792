/** How much is done of so much, from 0 to 1, and in percent: 0 and null where the whole is not known. */
export function partDone({ done, total }: { readonly done: number; readonly total: number }): {
  readonly share: number;
  readonly percent: number | null;
} {
  if (total <= 0) return { share: 0, percent: null };
  const share = Math.min(1, done / total);
  return { share, percent: Math.round(share * 100) };
}
