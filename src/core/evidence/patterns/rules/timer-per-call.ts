import type { Rule } from '../rule.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';

const MAKERS = symbols('time: After AfterFunc NewTicker NewTimer Tick');

export const timerPerCall: Rule = {
  pattern: 'timer-per-call',
  name: 'Timer made per call',
  meaning:
    'A timer with its channel is made each time the line runs; time.After in a loop makes one for every turn.',
  advice:
    'Make one time.Timer before the loop and Reset it, or use a context with a deadline for all of it.',
  exception:
    'A Reset needs care before Go 1.23: the channel has to be drained first if the timer has fired.',
  witnesses: { stack: callsOneOf(MAKERS, 'makes a timer') },
  shown: [['stack']],
  likely: [],
};
