import { expect, it } from 'vitest';
import { timeText } from '../../src/cli/header-text.ts';
import { nameAtOffset } from '../../src/cli/zone-name.ts';

it.each([
  ['UTC0', 0, 'UTC'],
  ['CET-1CEST,M3.5.0,M10.5.0/3', 60, 'CET'],
  ['CET-1CEST,M3.5.0,M10.5.0/3', 120, 'CEST'],
  ['EST5EDT,M3.2.0,M11.1.0', -300, 'EST'],
  ['EST5EDT,M3.2.0,M11.1.0', -240, 'EDT'],
  ['IST-5:30', 330, 'IST'],
  ['<-03>3', -180, '-03'],
  // Summer time in Dublin is the standard time, and winter behind it.
  ['IST-1GMT0,M10.5.0,M3.5.0/1', 60, 'IST'],
  ['IST-1GMT0,M10.5.0,M3.5.0/1', 0, 'GMT'],
  ['<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', 660, '+11'],
  // Of a time before the rule, and of files that tell none.
  ['CET-1CEST,M3.5.0,M10.5.0/3', 0, ''],
  ['', 0, ''],
  ['TZif2', 0, ''],
])('%s at %i minutes is %s', (rule, minutesEast, name) => {
  expect(nameAtOffset(rule, minutesEast)).toBe(name);
});

it('stands behind times, by the system or by the language', () => {
  expect(timeText(Date.UTC(2026, 0, 15, 12))).toMatch(
    /^Jan 1\d, 2026 at \d+:\d\d[ap]m \([-+:\w]+\)$/,
  );
});
