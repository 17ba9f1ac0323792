import { visibleText } from '../core/text/visible-text.ts';
import { zoneName } from './zone-name.ts';

/* What stands above the tables, as pprof writes it. */

/** The lines about a focus; none without one. */
export function filterLines(focus: string | null): string[] {
  return focus === null ? [] : ['Active filters:', `   ${shortened(`focus=${focus}`)}`];
}

function shortened(text: string): string {
  return visibleText(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** As in `Nov 23, 2026 at 3:04pm (UTC)`, in the time zone of this machine. */
export function timeText(millis: number): string {
  const date = new Date(millis);
  const month = new Intl.DateTimeFormat('en-US', { month: 'short' }).format(date);
  const hours = date.getHours() % 12 || 12;
  const minutes = String(date.getMinutes()).padStart(2, '0');
  const half = date.getHours() < 12 ? 'am' : 'pm';
  return `${month} ${date.getDate()}, ${date.getFullYear()} at ${hours}:${minutes}${half} (${zoneName(date)})`;
}
