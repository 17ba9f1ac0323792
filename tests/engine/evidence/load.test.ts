import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Session } from '../../../src/engine/session.ts';

const folder = new URL('../../fixtures/load/', import.meta.url);

it.each(readdirSync(folder))('%s is opened as a load report', async (name) => {
  const bytes = readFileSync(new URL(name, folder));
  const opened = await new Session().open(1, { name, path: '', bytes }, () => {});
  expect(opened).toMatchObject({
    kind: 'evidence',
    evidence: { findings: [{ kind: 'load', count: 1, unreadable: { count: 0 } }] },
  });
});
