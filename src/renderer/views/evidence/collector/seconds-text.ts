/** Seconds in whole milliseconds, in which Go gives them: `6.5`. */
export const secondsText = (seconds: number): string => `${Number(seconds.toFixed(3))}`;
