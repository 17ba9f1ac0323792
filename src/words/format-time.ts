const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const utc = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** A moment in the user's time zone: `23 Nov 2026, 15:04:02`. */
export const formatTime = (millis: number): string => format.format(millis);

/** A day in the user's time zone: `23 Nov 2026`. */
export const formatDate = (millis: number): string => day.format(millis);

/** A moment for a reader who may be anywhere: `23 Nov 2026, 15:04:02 UTC`. */
export const formatMoment = (millis: number): string => `${utc.format(millis)} UTC`;

/** The day of a moment in the user's time zone: `today`, `yesterday`, `23 Nov 2026`. */
export function formatDay(millis: number, now: number): string {
  const text = day.format(millis);
  if (text === day.format(now)) return 'today';
  return text === day.format(now - 86_400_000) ? 'yesterday' : text;
}
