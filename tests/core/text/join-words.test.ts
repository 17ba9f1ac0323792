import { expect, it } from 'vitest';
import { JoinKind } from '../../../src/core/analysis/comparison/join-kind.ts';
import { joinReason, joinSentence } from '../../../src/core/text/join-words.ts';

it('what was joined by its exact name, or not at all, needs no words', () => {
  for (const kind of [JoinKind.exact, JoinKind.onlyBefore, JoinKind.onlyAfter, 200]) {
    expect(joinSentence(kind, '')).toBe('');
  }
});

it('every other kind has a reason', () => {
  const kinds = Object.values(JoinKind).filter((kind) => kind >= JoinKind.rename);
  expect(kinds.map(joinReason)).not.toContain('');
  expect(joinSentence(JoinKind.closure, 'main.f.func1')).toBe(
    'Was main.f.func1 before; closures were renumbered.',
  );
  expect(joinSentence(JoinKind.line, '')).toBe('Joined: the line moved.');
});
