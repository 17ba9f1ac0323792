import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOfCommandLine, OpenRequests, pathsOfHandover } from '../../src/main/open-requests.ts';

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
  it('keeps files until someone opens them, then passes them on', () => {
    const opened: (readonly string[])[] = [];
    const requests = new OpenRequests();
    requests.add(['/a']);
    requests.add([]);
    requests.add(['/b', '/c']);
    requests.start((paths) => opened.push(paths));
    requests.add(['/d']);
    requests.add([]);
    expect(opened).toEqual([['/a', '/b', '/c'], ['/d'], []]);
  });

  it('asks for nothing when nothing was asked', () => {
    const opened: (readonly string[])[] = [];
    new OpenRequests().start((paths) => opened.push(paths));
    expect(opened).toEqual([]);
  });
});
