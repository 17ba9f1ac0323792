import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  filesOfCommandLine,
  type OpenRequest,
  OpenRequests,
  pathsOfHandover,
} from '../../src/main/open-requests.ts';

const folder = resolve('/work/profiles');

describe('filesOfCommandLine', () => {
  const files = (...given: string[]) =>
    filesOfCommandLine(['/opt/allocscope', ...given], folder, false);

  it('takes paths from the folder that the program was started in', () => {
    const absolute = resolve('/tmp/heap.pb.gz');
    expect(files('heap.pb.gz', '../cpu.pprof', absolute)).toEqual([
      join(folder, 'heap.pb.gz'),
      resolve(folder, '../cpu.pprof'),
      absolute,
    ]);
    expect(files()).toEqual([]);
  });

  it("leaves out switches, and the application's own path while it is developed", () => {
    expect(files('--no-sandbox', 'a', '-psn_0_1', '')).toEqual([join(folder, 'a')]);
    const argv = ['electron', '--inspect=0', '.', 'a', '--flag', 'b'];
    expect(filesOfCommandLine(argv, folder, true)).toEqual([join(folder, 'a'), join(folder, 'b')]);
    expect(filesOfCommandLine(['electron', '.'], folder, true)).toEqual([]);
  });

  it('takes what follows two dashes as it is', () => {
    expect(files('--flag', 'a', '--', '-odd', '--')).toEqual(
      ['a', '-odd', '--'].map((name) => join(folder, name)),
    );
  });

  it('takes the addresses that file managers write', () => {
    const path = resolve('/tmp/heap of ü 100%.pb.gz');
    expect(files(pathToFileURL(path).href)).toEqual([path]);
    expect(files('file:///%')).toEqual([resolve(folder, 'file:///%')]);
  });
});

describe('pathsOfHandover', () => {
  it.each([
    [{ paths: ['/a', '/b'] }, ['/a', '/b']],
    [{ paths: ['/a', 7, null] }, ['/a']],
    [{ paths: '/a' }, []],
    [{}, []],
    [null, []],
    [undefined, []],
    ['/a', []],
  ])('%j', (handover, paths) => {
    expect(pathsOfHandover(handover)).toEqual(paths);
  });
});

describe('OpenRequests', () => {
  const inOrder = (...paths: string[]): OpenRequest => ({ paths, isOrdered: true });

  it('keeps files until someone opens them, then passes them on', () => {
    const opened: OpenRequest[] = [];
    const requests = new OpenRequests();
    requests.add(inOrder('/a', '/b'));
    requests.add(inOrder());
    requests.start((request) => opened.push(request));
    requests.add(inOrder('/c'));
    requests.add(inOrder());
    expect(opened).toEqual([inOrder('/a', '/b'), inOrder('/c'), inOrder()]);
  });

  it('takes what came in several ways for one request, whose order means nothing', () => {
    const opened: OpenRequest[] = [];
    const requests = new OpenRequests();
    requests.add(inOrder('/a'));
    requests.gather('/b');
    requests.start((request) => opened.push(request));
    expect(opened).toEqual([{ paths: ['/a', '/b'], isOrdered: false }]);
  });

  it('gathers files that are handed over one by one', () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const opened: OpenRequest[] = [];
    const requests = new OpenRequests();
    requests.start((request) => opened.push(request));
    requests.gather('/a');
    requests.gather('/b');
    expect(opened).toEqual([]);
    vi.runAllTimers();
    requests.gather('/c');
    vi.runAllTimers();
    expect(opened).toEqual([
      { paths: ['/a', '/b'], isOrdered: false },
      { paths: ['/c'], isOrdered: false },
    ]);
  });

  it('asks for nothing when nothing was asked', () => {
    const opened: OpenRequest[] = [];
    new OpenRequests().start((request) => opened.push(request));
    expect(opened).toEqual([]);
  });
});
