import { describe, expect, it } from 'vitest';
import type { CaptureChoice } from '../../../src/core/capture/kinds.ts';
import {
  profileRequest,
  rememberedAddress,
  shownAddress,
} from '../../../src/core/capture/request.ts';
import { readTarget } from '../../../src/core/capture/target.ts';

const heap: CaptureChoice = { kind: 'heap', seconds: null, gc: false };

/** The address that is asked, what is shown of it, and what is remembered of what was typed. */
function asked(typed: string, choice: Partial<CaptureChoice> = {}): string {
  const target = readTarget(typed);
  if ('error' in target) return target.error;
  const { address } = profileRequest(target, { ...heap, ...choice });
  const shown = shownAddress(address);
  const remembered = rememberedAddress(typed, target);
  return [
    address,
    shown === address ? '' : `   shown as ${shown}`,
    remembered === typed ? '' : `   remembered as ${remembered}`,
  ].join('');
}

const table = (typed: readonly string[]) =>
  `\n${typed.map((text) => `${text}\n    ${asked(text)}`).join('\n')}\n`;

describe('an address', () => {
  it('may be a service, its profiles, or one of them', () => {
    expect(
      table([
        'localhost:6060',
        ':6060',
        '6060',
        'HTTP://LocalHost:6060/',
        'https://api.example',
        '[::1]:6060',
        'http://localhost:6060/debug/pprof',
        'http://localhost:6060/debug/pprof/',
        'http://localhost:6060/debug/pprof/allocs',
        'http://localhost:6060/debug/pprof/heap?gc=1',
        'http://localhost:6060/debug/pprof/heap?gc=0&debug=1',
        'http://localhost:6060/debug/pprof/profile',
        'http://localhost:6060/debug/pprof/profile?seconds=5',
        'http://localhost:6060/debug/pprof/leases',
        'https://api.example/pprof/heap',
        'https://proxy.example/services/orders/',
        'https://proxy.example/?token=secret',
        'http://me:p%40ss@localhost:6060/debug/pprof/heap#top',
      ]),
    ).toMatchInlineSnapshot(`
      "
      localhost:6060
          http://localhost:6060/debug/pprof/heap
      :6060
          http://localhost:6060/debug/pprof/heap
      6060
          http://localhost:6060/debug/pprof/heap
      HTTP://LocalHost:6060/
          http://localhost:6060/debug/pprof/heap
      https://api.example
          https://api.example/debug/pprof/heap
      [::1]:6060
          http://[::1]:6060/debug/pprof/heap
      http://localhost:6060/debug/pprof
          http://localhost:6060/debug/pprof/heap
      http://localhost:6060/debug/pprof/
          http://localhost:6060/debug/pprof/heap
      http://localhost:6060/debug/pprof/allocs
          http://localhost:6060/debug/pprof/allocs
      http://localhost:6060/debug/pprof/heap?gc=1
          http://localhost:6060/debug/pprof/heap?gc=1   remembered as http://localhost:6060/debug/pprof/heap
      http://localhost:6060/debug/pprof/heap?gc=0&debug=1
          http://localhost:6060/debug/pprof/heap?debug=1   remembered as http://localhost:6060/debug/pprof/heap
      http://localhost:6060/debug/pprof/profile
          http://localhost:6060/debug/pprof/profile?seconds=30
      http://localhost:6060/debug/pprof/profile?seconds=5
          http://localhost:6060/debug/pprof/profile?seconds=5   remembered as http://localhost:6060/debug/pprof/profile
      http://localhost:6060/debug/pprof/leases
          http://localhost:6060/debug/pprof/leases
      https://api.example/pprof/heap
          https://api.example/pprof/heap
      https://proxy.example/services/orders/
          https://proxy.example/services/orders/debug/pprof/heap
      https://proxy.example/?token=secret
          https://proxy.example/debug/pprof/heap?token=secret   shown as https://proxy.example/debug/pprof/heap?token=…   remembered as https://proxy.example/debug/pprof/
      http://me:p%40ss@localhost:6060/debug/pprof/heap#top
          http://localhost:6060/debug/pprof/heap   remembered as http://localhost:6060/debug/pprof/heap
      "
    `);
  });

  it('is refused in words where it is none', () => {
    expect(
      table([
        '',
        'ftp://localhost/heap',
        'file:///etc/passwd',
        'local host:6060',
        'localhost:99999',
        'javascript:alert(1)',
        'http://localhost:6060/debug/pprof/trace?seconds=5',
        'http://localhost:6060/debug/pprof/cmdline',
      ]),
    ).toMatchInlineSnapshot(`
      "

          Write the address of the service, such as localhost:6060.
      ftp://localhost/heap
          Only http and https can be asked, not ftp.
      file:///etc/passwd
          Only http and https can be asked, not file.
      local host:6060
          That is not an address such as localhost:6060.
      localhost:99999
          That is not an address such as localhost:6060.
      javascript:alert(1)
          That is not an address such as localhost:6060.
      http://localhost:6060/debug/pprof/trace?seconds=5
          That is an execution trace, not a profile: go tool trace reads it.
      http://localhost:6060/debug/pprof/cmdline
          That is the command line of the service, not a profile.
      "
    `);
  });

  it('gives user and password apart', () => {
    expect(readTarget('http://me:p%40ss@localhost:6060')).toMatchObject({
      index: 'http://localhost:6060/debug/pprof/',
      credentials: { user: 'me', password: 'p@ss' },
    });
    expect(readTarget('http://me:100%@localhost:6060')).toMatchObject({
      credentials: { user: 'me', password: '100%' },
    });
  });
});

it('is asked for what was chosen', () => {
  const choices: readonly Partial<CaptureChoice>[] = [
    { gc: true },
    { seconds: 10, gc: true },
    { kind: 'allocs', gc: true },
    { kind: 'allocs', seconds: 5 },
    { kind: 'cpu' },
    { kind: 'cpu', seconds: 3 },
    { kind: 'mutex' },
    { kind: 'threadcreate' },
  ];
  const requests = choices.map((choice) => asked('localhost:6060', choice));
  expect(`\n${requests.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    http://localhost:6060/debug/pprof/heap?gc=1
    http://localhost:6060/debug/pprof/heap?seconds=10
    http://localhost:6060/debug/pprof/allocs
    http://localhost:6060/debug/pprof/allocs?seconds=5
    http://localhost:6060/debug/pprof/profile?seconds=30
    http://localhost:6060/debug/pprof/profile?seconds=3
    http://localhost:6060/debug/pprof/mutex
    http://localhost:6060/debug/pprof/threadcreate
    "
  `);
});

it('lets what an address says itself stand', () => {
  const choice = { kind: 'cpu', seconds: 9, gc: true } as const;
  expect(asked('localhost:6060/debug/pprof/heap?seconds=5', choice)).toBe(
    'http://localhost:6060/debug/pprof/heap?seconds=5   remembered as http://localhost:6060/debug/pprof/heap',
  );
  expect(asked('localhost:6060/debug/pprof/heap', choice)).toBe(
    'http://localhost:6060/debug/pprof/heap?seconds=9',
  );
});
