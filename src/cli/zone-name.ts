import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Unix systems keep a file for each time zone. */
const ZONE_FOLDER = '/usr/share/zoneinfo';

/**
 * The abbreviation of this machine's time zone at a time, as Go prints it: `UTC`, `CET`, `-03`. Where no file of the
 * system tells it, that of American English, which knows few (`GMT+1`).
 */
export function zoneName(date: Date): string {
  return nameAtOffset(ruleOfZone(), -date.getTimezoneOffset()) || englishName(date);
}

function englishName(date: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** What is in force from the last change of the law on: the last line of a zone's file (RFC 9636); '' if unknown. */
function ruleOfZone(): string {
  try {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return readFileSync(join(ZONE_FOLDER, timeZone), 'latin1').split('\n').at(-2) ?? '';
  } catch {
    return '';
  }
}

const RULE = /^(<[^>]+>|[a-z]+)([-+]?[\d:]+)(?:(<[^>]+>|[a-z]+)([-+]?[\d:]+)?)?/i;

/**
 * The name of a zone when it is so many minutes east of Greenwich, by its rule as POSIX writes it
 * (`CET-1CEST,M3.5.0,M10.5.0/3`: hours west, then summer time, an hour ahead unless it says otherwise); '' for none.
 */
export function nameAtOffset(rule: string, minutesEast: number): string {
  const [, standard = '', west = '', summer = '', summerWest] = RULE.exec(rule) ?? [];
  const standardMinutes = -minutesOf(west);
  const summerMinutes = summerWest === undefined ? standardMinutes + 60 : -minutesOf(summerWest);
  const name =
    minutesEast === standardMinutes ? standard : minutesEast === summerMinutes ? summer : '';
  return name.replace(/[<>]/g, '');
}

/** Minutes of `5`, `-3:30` or `+1`. */
function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
