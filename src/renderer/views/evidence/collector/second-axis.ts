/** Steps of a scale of seconds: decimal ones below a minute, those of clocks above. */
export const SECOND_STEPS: readonly number[] = [
  ...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30],
  ...[60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 21600, 43200, 86400],
  ...[172800, 432800, 864000, 1728000, 4320000, 8640000],
];

/** Texts beside the places of a scale, as exact as their step needs: `2.5 s`, `1:30`, `2:00 h`. */
export function secondTexts(places: readonly number[]): string[] {
  const [first = 0, second = first + 1] = places;
  const step = second - first;
  const most = places.at(-1) ?? 0;
  if (most < 60 || step < 1) {
    const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return places.map((seconds) => `${seconds.toFixed(decimals)} s`);
  }
  return places.map((seconds) => clockText(Math.round(seconds), most >= 3600));
}

function clockText(seconds: number, hasHours: boolean): string {
  const two = (value: number) => `${value}`.padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (!hasHours) return `${minutes}:${two(seconds % 60)} min`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)} h`;
}
