import { describe, expect, it } from 'vitest';
import { parseCaptureOptions } from '../../src/cli/capture-options.ts';

const parse = (args: string, env: NodeJS.ProcessEnv = {}) =>
  parseCaptureOptions(args.split(' '), env);

/** What each command is refused with. */
function refusals(commands: readonly string[]): string {
  const said = commands.map((args) => {
    try {
      return `${args}\n    ${JSON.stringify(parse(args).order)}`;
    } catch (thrown) {
      return `${args}\n    ${(thrown as Error).message}`;
    }
  });
  return `\n${said.join('\n')}\n`;
}

describe('the options of capture', () => {
  it('have sensible defaults', () => {
    expect(parse('localhost:6060 --out heap.pb.gz')).toEqual({
      order: {
        address: 'localhost:6060',
        kind: 'heap',
        seconds: null,
        gc: false,
        header: null,
        limits: { timeoutSeconds: 30, mostBytes: 268_435_456, acceptsAnyCertificate: false },
        count: null,
      },
      out: 'heap.pb.gz',
      isForced: false,
      isJson: false,
    });
  });

  it('say all that there is', () => {
    const args =
      'https://h/debug/pprof/ --out a --kind profile --seconds 5 --timeout 7 --max-bytes 99 --insecure --force --json --counter /metrics --metric n{a="b"} --header-env TOKEN';
    expect(parse(args, { TOKEN: 'X-Key:  a:b ' })).toEqual({
      order: {
        address: 'https://h/debug/pprof/',
        kind: 'cpu',
        seconds: 5,
        gc: false,
        header: { name: 'X-Key', value: 'a:b' },
        limits: { timeoutSeconds: 7, mostBytes: 99, acceptsAnyCertificate: true },
        count: { kind: 'counter', address: '/metrics', metric: 'n{a="b"}' },
      },
      out: 'a',
      isForced: true,
      isJson: true,
    });
  });

  it('may be in the address, and may not contradict it', () => {
    expect(
      refusals([
        'h/debug/pprof/profile?seconds=3 --out a --kind cpu --seconds 3',
        'h/debug/pprof/profile?seconds=3 --out a --seconds 4',
        'h/debug/pprof/heap --out a --kind mutex',
        'h/debug/pprof/leases --out a',
        'h/debug/pprof/leases --out a --gc',
        'h/debug/pprof/heap?seconds=3 --out a --gc',
      ]),
    ).toMatchInlineSnapshot(`
      "
      h/debug/pprof/profile?seconds=3 --out a --kind cpu --seconds 3
          {"address":"h/debug/pprof/profile?seconds=3","kind":"cpu","seconds":3,"gc":false,"header":null,"limits":{"timeoutSeconds":30,"mostBytes":268435456,"acceptsAnyCertificate":false},"count":null}
      h/debug/pprof/profile?seconds=3 --out a --seconds 4
          --seconds 4: the address says 3.
      h/debug/pprof/heap --out a --kind mutex
          --kind mutex: the address names another profile, heap.
      h/debug/pprof/leases --out a
          {"address":"h/debug/pprof/leases","kind":"heap","seconds":null,"gc":false,"header":null,"limits":{"timeoutSeconds":30,"mostBytes":268435456,"acceptsAnyCertificate":false},"count":null}
      h/debug/pprof/leases --out a --gc
          --gc: only for a heap profile the service collects garbage first.
      h/debug/pprof/heap?seconds=3 --out a --gc
          --gc: net/http/pprof ignores it in a profile over --seconds.
      "
    `);
  });

  it('are refused where they are wrong, without quoting a header', () => {
    expect(
      refusals([
        '--out a',
        'h',
        'h i --out a',
        'ftp://h --out a',
        'h --out a --kind gold',
        'h --out a --kind allocs --gc',
        'h --out a --gc --seconds 5',
        'h --out a --seconds 0',
        'h --out a --seconds 1.5',
        'h --out a --timeout -1',
        'h --out a --max-bytes 99999999999',
        'h --out a --header secret',
        'h --out a --header :secret',
        'h --out a --header-env NOPE',
        'h --out a --header a:b --header-env NOPE',
        'h --out a --counter /metrics',
        'h --out a --metric requests',
        'h --out a --gold',
      ]),
    ).toMatchInlineSnapshot(`
      "
      --out a
          Which service? Name its address, such as localhost:6060.
      h
          Where to? Name the file with --out.
      h i --out a
          It captures from one service at a time.
      ftp://h --out a
          Only http and https can be asked, not ftp.
      h --out a --kind gold
          --kind: it is one of heap, allocs, cpu, mutex, block, goroutine, threadcreate, not “gold”.
      h --out a --kind allocs --gc
          --gc: only for a heap profile the service collects garbage first.
      h --out a --gc --seconds 5
          --gc: net/http/pprof ignores it in a profile over --seconds.
      h --out a --seconds 0
          --seconds: it is a whole number from 1 to 86400, not “0”.
      h --out a --seconds 1.5
          --seconds: it is a whole number from 1 to 86400, not “1.5”.
      h --out a --timeout -1
          Option '--timeout' argument is ambiguous.
      h --out a --max-bytes 99999999999
          --max-bytes: it is a whole number from 1 to 4294967296, not “99999999999”.
      h --out a --header secret
          --header: a header is a name and a value, such as “Authorization: Bearer …”.
      h --out a --header :secret
          --header: a header is a name and a value, such as “Authorization: Bearer …”.
      h --out a --header-env NOPE
          --header-env: there is no variable NOPE, or it is empty.
      h --out a --header a:b --header-env NOPE
          --header and --header-env: one of them is enough.
      h --out a --counter /metrics
          --counter and --metric belong together: the address that tells a number, and its name there.
      h --out a --metric requests
          --counter and --metric belong together: the address that tells a number, and its name there.
      h --out a --gold
          Unknown option '--gold'.
      "
    `);
  });
});
