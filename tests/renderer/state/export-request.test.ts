import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaults } from '../../../src/backend/settings.ts';
import type { ExportChoices, Scene } from '../../../src/bridge/export-api.ts';
import {
  type ExportSubject,
  exportSubject,
  hasPart,
  requestFor,
  scenesOf,
  shownScene,
} from '../../../src/renderer/state/export-request.ts';
import { compare } from '../../../src/renderer/state/profiles.ts';
import { changeLook } from '../../../src/renderer/state/screen.ts';
import { changePattern } from '../../../src/renderer/state/search.ts';
import { settle, startPage, stubPage } from '../../helpers/start-page.ts';

let restore = () => {};
beforeEach(() => {
  restore = stubPage();
});
afterEach(() => restore());

const looking = (viewWidth: number, weightX1: number) => ({
  aim: { weightX0: 0, weightX1, scroll: 3 },
  pane: { viewWidth, viewHeight: 300, rowHeight: 18, orientation: 'icicle' as const },
});

async function start(isComparison = false) {
  const { app } = startPage(1, 2);
  app.settings.setState({ ...defaults, theme: 'dark' });
  if (isComparison) {
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
  }
  const subject = exportSubject(app) as ExportSubject;
  const make = (scene: Scene['kind'], choices: Partial<ExportChoices> = {}, title = '') => {
    const draft = { choices: { ...defaults.exporting, ...choices }, scene, title };
    return requestFor(app, subject, draft);
  };
  return { app, subject, make };
}

it('is about nothing while nothing is looked at, or a comparison is not ready', async () => {
  expect(exportSubject(startPage().app)).toBe(null);
  const { app } = startPage(1, 2);
  compare(app.profiles, { before: 1, after: 2 });
  expect(exportSubject(app)).toBe(null);
  await settle();
  expect(exportSubject(app)).toMatchObject({ subject: '1>2', profiles: [{ id: 1 }, { id: 2 }] });
});

describe('a picture', () => {
  it('of the graph as it is seen, as wide as on screen; or all of it, as wide as was chosen', async () => {
    const { app, subject, make } = await start();
    expect(hasPart(app, 'graph')).toBe(false);
    const takeDown = app.onScreen.putUp('both', looking(812.4, 50));
    expect(hasPart(app, 'graph')).toBe(true);
    changePattern(app.search, { text: 'keys' });
    expect(make('graph', {}, '  Why ')).toMatchObject({
      name: 'p2-flame-graph.png',
      request: {
        view: subject.view,
        what: {
          format: 'png',
          viewWidth: 812,
          theme: 'dark',
          caption: { title: 'Why', legend: true },
          scene: {
            kind: 'graph',
            search: { text: 'keys' },
            part: {
              viewport: { weightX0: 0, weightX1: 50, scroll: 3 },
              viewHeight: 300,
              rowHeight: 18,
            },
          },
        },
      },
    });
    expect(make('graph', { extent: 'whole' }).request.what).toMatchObject({
      viewWidth: 1200,
      scene: { part: null },
      caption: { title: null },
    });
    takeDown();
    expect(make('graph').request.what).toMatchObject({ viewWidth: 1200, scene: { part: null } });
  });

  it('of both sides as they are seen', async () => {
    const { app, subject, make } = await start(true);
    expect(scenesOf(subject.view)).toEqual(['sides', 'difference', 'table', 'summary']);
    app.onScreen.putUp('before', looking(400, 10));
    expect(hasPart(app, 'sides')).toBe(false);
    app.onScreen.putUp('after', looking(400, 20));
    expect(make('sides').request.what).toMatchObject({
      viewWidth: 812,
      scene: {
        kind: 'sides',
        scale: 'shared',
        parts: [{ viewport: { weightX1: 10 } }, { viewport: { weightX1: 20 } }],
      },
    });
  });

  it('of the difference, whichever side gives it its width', async () => {
    const { app, subject, make } = await start(true);
    changeLook(app.screen, { display: 'difference', width: 'after', percentOf: 'net' });
    expect(shownScene(app, subject.view)).toBe('difference');
    app.onScreen.putUp('both', looking(700, 10));
    expect(hasPart(app, 'difference')).toBe(false);
    app.onScreen.putUp('after', looking(700, 20));
    expect(make('difference').request).toMatchObject({
      percentOf: 'net',
      what: { viewWidth: 700, scene: { width: 'after', part: { viewport: { weightX1: 20 } } } },
    });
  });

  it('of a report is one of the summary', async () => {
    const { app, subject } = await start(true);
    changeLook(app.screen, { display: 'report' });
    expect(shownScene(app, subject.view)).toBe('summary');
  });
});

it('a table is as on screen, and never that of another kind of view', async () => {
  const { app, make } = await start();
  const top = {
    kind: 'top',
    sort: { column: 'name', descending: false },
    filter: { text: 'a', regex: false, caseSensitive: false },
  } as const;
  app.onScreen.table = top;
  expect(make('graph', { what: 'table' }).request.what).toMatchObject({ table: top });
  expect(make('table').request.what).toMatchObject({ scene: { table: top, rows: 30 } });
  const compared = await start(true);
  compared.app.onScreen.table = top;
  expect(compared.make('sides', { what: 'table' }).request.what).toMatchObject({
    table: { kind: 'difference', sort: { column: 'flatDelta', bySize: true } },
  });
});

it('a page follows the theme of its reader, unless one is chosen', async () => {
  const { make } = await start();
  expect(make('graph', { what: 'page' }).request.what).toMatchObject({ theme: 'system' });
  expect(make('graph', { what: 'page', theme: 'light' }).request.what).toMatchObject({
    theme: 'light',
  });
});

it('a report has the notes of what is looked at', async () => {
  const { app, make } = await start();
  app.notes.setState({ '2': 'We saw it.', '1': 'Another.' });
  expect(make('graph', { what: 'report' })).toMatchObject({
    name: 'p2-report.md',
    request: { what: { kind: 'report', notes: 'We saw it.', theme: 'dark' } },
  });
});
