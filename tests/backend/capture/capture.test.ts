import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { capture } from '../../../src/backend/capture/capture.ts';
import { CaptureCancelled, CaptureFault } from '../../../src/backend/capture/capture-fault.ts';
import type { CaptureOrder, CaptureProgress } from '../../../src/bridge/capture-api.ts';
import { CAPTURE_KINDS, pathNameOf } from '../../../src/core/capture/kinds.ts';
import { visibleText } from '../../../src/core/text/visible-text.ts';
import { captureOrder, limited } from '../../helpers/capture-orders.ts';
import { type PprofServer, pprofServer, servedProfile } from '../../helpers/pprof-server.ts';

const run = (order: CaptureOrder, signal = new AbortController().signal) =>
  capture(order, { report: () => {}, signal });

describe('every kind of profile', () => {
  it.each(CAPTURE_KINDS)('%s comes as it is served', async (kind) => {
    const server = await pprofServer();
    const { bytes, facts } = await run(captureOrder(server.host, { kind }));
    expect(Buffer.from(bytes).equals(servedProfile('before', pathNameOf(kind)))).toBe(true);
    expect(facts).toMatchObject({ host: server.host, profile: pathNameOf(kind), redirects: [] });
    expect(facts.remarks).toEqual([]);
    expect(facts.fileBytes).toBe(bytes.length);
  });

  it('is asked for once, and nothing else is', async () => {
    const server = await pprofServer();
    await run(captureOrder(server.host, { gc: true }));
    await run(captureOrder(server.host, { kind: 'allocs', seconds: 3 }));
    await run(captureOrder(`${server.origin}/debug/pprof/mutex`));
    expect(server.requests).toEqual([
      'GET /debug/pprof/heap?gc=1',
      'GET /debug/pprof/allocs?seconds=3',
      'GET /debug/pprof/mutex',
    ]);
  });

  it('tells how far it is', async () => {
    const server = await pprofServer();
    const told: CaptureProgress[] = [];
    const report = (progress: CaptureProgress) => told.push(progress);
    const { signal } = new AbortController();
    await capture(captureOrder(server.host, { kind: 'cpu', seconds: 10 }), { report, signal });
    const { host } = server;
    expect(told[0]).toMatchObject({ step: 'waiting', host, total: 10 });
    expect(told[0]?.done).toBeLessThan(1);
    const { length } = servedProfile('before', 'profile');
    expect(told.at(-1)).toEqual({ step: 'receiving', host, done: length, total: 0 });
  });

  it('says when the service takes no notice of the seconds', async () => {
    const server = await pprofServer({
      routes: {
        '/debug/pprof/heap': (_, response) => {
          response.setHeader('Content-Disposition', 'attachment; filename="heap"');
          response.end(servedProfile('before', 'heap'));
        },
      },
    });
    const { facts } = await run(captureOrder(server.host, { seconds: 5 }));
    expect(facts.remarks).toEqual([
      'The service took no notice of the 5 seconds, as an old version of Go does: the profile covers all since it started.',
    ]);
  });
});

/** The sentence that a capture is refused with; the port reads PORT. */
async function refusal(order: CaptureOrder): Promise<string> {
  const outcome = await run(order).catch((thrown: unknown) => thrown);
  if (!(outcome instanceof CaptureFault)) return `no refusal: ${outcome}`;
  return `${outcome.trouble}: ${outcome.message.replace(/(127\.0\.0\.1|localhost):\d+/g, '$1:PORT')}`;
}

const heapRoute = (route: NonNullable<Parameters<typeof pprofServer>[0]>['routes']) =>
  pprofServer({ routes: route ?? {} });

/** What a service says instead of a profile. */
async function answered(
  status: number,
  text: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { host } = await heapRoute({
    '/debug/pprof/heap': (_, response) => response.writeHead(status, headers).end(text),
  });
  return await refusal(captureOrder(host));
}

const PPROF = { 'X-Go-Pprof': '1' };

describe('an answer that is no profile', () => {
  it('is refused in words that say what to do', async () => {
    const cases: readonly (readonly [number, string, Record<string, string>?])[] = [
      [404, '404 page not found\n'],
      [404, 'Unknown profile\n', PPROF],
      [401, ''],
      [403, 'Forbidden\n'],
      [400, "profile duration exceeds server's WriteTimeout\n", PPROF],
      [400, '"seconds" parameter is not supported for this profile type\n', PPROF],
      [400, 'Client sent an HTTP request to an HTTPS server.\n'],
      [500, 'Could not enable CPU profiling: cpu profiling already in use\n', PPROF],
      [500, 'Could not enable CPU profiling: no signals here\n', PPROF],
      [500, 'failed to collect profile\n', PPROF],
      [502, '<html><head><title>502 Bad Gateway</title></head></html>'],
      [504, ''],
      [429, 'slow down'],
      [204, ''],
      [304, ''],
      [418, 'I am a teapot\u202e'],
      [200, ''],
      [200, '<!DOCTYPE html>\n<title>Sign in &amp; on</title>'],
      [200, '<p>hello'],
      [200, '{"status": "ok"}'],
      [200, 'pong\nmore'],
      [200, 'so it goes on '.repeat(50)],
      [200, 'abc', { 'Content-Encoding': 'br' }],
    ];
    const said: string[] = [];
    for (const [status, text, headers = {}] of cases) {
      said.push(`${status} ${visibleText(JSON.stringify(text.slice(0, 70)))}`);
      said.push(`    ${await answered(status, text, headers)}`);
    }
    expect(`\n${said.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      404 "404 page not found\\n"
          address: 127.0.0.1:PORT answered 404 Not Found, and said: “404 page not found”. There is no net/http/pprof at that address. Does the service import it (import _ "net/http/pprof"), and is this the port and path of the mux that has its handlers?
      404 "Unknown profile\\n"
          address: 127.0.0.1:PORT answered 404 Not Found, and said: “Unknown profile”. The service has no profile named “heap”.
      401 ""
          header: 127.0.0.1:PORT answered 401 Unauthorized. It wants to know who asks: give it a header, such as Authorization: Bearer ….
      403 "Forbidden\\n"
          header: 127.0.0.1:PORT answered 403 Forbidden. It wants to know who asks: give it a header, such as Authorization: Bearer ….
      400 "profile duration exceeds server's WriteTimeout\\n"
          other: 127.0.0.1:PORT answered 400 Bad Request, and said: “profile duration exceeds server's WriteTimeout”. The service ends every answer before that: ask for fewer seconds, or raise the WriteTimeout of its http.Server.
      400 "\\"seconds\\" parameter is not supported for this profile type\\n"
          other: 127.0.0.1:PORT answered 400 Bad Request, and said: “"seconds" parameter is not supported for this profile type”. That profile cannot be taken over a time: ask for all since the start.
      400 "Client sent an HTTP request to an HTTPS server.\\n"
          other: 127.0.0.1:PORT answered 400 Bad Request, and said: “Client sent an HTTP request to an HTTPS server.”. It speaks https: write https:// before the address.
      500 "Could not enable CPU profiling: cpu profiling already in use\\n"
          other: 127.0.0.1:PORT answered 500 Internal Server Error, and said: “Could not enable CPU profiling: cpu profiling already in use”. Somebody else takes a CPU profile of it, and there can be but one at a time: wait until that is over.
      500 "Could not enable CPU profiling: no signals here\\n"
          other: 127.0.0.1:PORT answered 500 Internal Server Error, and said: “Could not enable CPU profiling: no signals here”. The service cannot take CPU profiles: look at its own log.
      500 "failed to collect profile\\n"
          other: 127.0.0.1:PORT answered 500 Internal Server Error, and said: “failed to collect profile”. The service failed at it: look at its own log.
      502 "<html><head><title>502 Bad Gateway</title></head></html>"
          other: 127.0.0.1:PORT answered 502 Bad Gateway. A proxy stands there, and the service behind it does not answer: ask the service itself.
      504 ""
          other: 127.0.0.1:PORT answered 504 Gateway Timeout. It, or a proxy before it, does not wait so long: ask for fewer seconds.
      429 "slow down"
          other: 127.0.0.1:PORT answered 429 Too Many Requests, and said: “slow down”. It is asked too often: wait, and ask again.
      204 ""
          other: 127.0.0.1:PORT answered 204 No Content. Only 200 comes with a profile.
      304 ""
          other: 127.0.0.1:PORT answered 304. Only 200 comes with a profile.
      418 "I am a teapot\\u{202E}"
          other: 127.0.0.1:PORT answered 418, and said: “I am a teapot\\u{202E}”. Only 200 comes with a profile.
      200 ""
          address: 127.0.0.1:PORT answered with nothing. Ask again, and look at the service's own log.
      200 "<!DOCTYPE html>\\n<title>Sign in &amp; on</title>"
          address: 127.0.0.1:PORT answered with a web page instead of a profile, titled “Sign in &amp; on”. Is it the port of the service's net/http/pprof, or does a login stand before it?
      200 "<p>hello"
          address: 127.0.0.1:PORT answered with a web page instead of a profile. Is it the port of the service's net/http/pprof, or does a login stand before it?
      200 "{\\"status\\": \\"ok\\"}"
          address: 127.0.0.1:PORT answered with JSON instead of a profile: “{"status": "ok"}”. Is it the port of the service's net/http/pprof?
      200 "pong\\nmore"
          address: 127.0.0.1:PORT answered with text instead of a profile: “pong”. Is it the port of the service's net/http/pprof?
      200 "so it goes on so it goes on so it goes on so it goes on so it goes on "
          address: 127.0.0.1:PORT answered with text instead of a profile: “so it goes on so it goes on so it goes on so it goes on so it goes on so it goes on so it goes on so it goes on so it goes on so it goes on so it goes on so it …”. Is it the port of the service's net/http/pprof?
      200 "abc"
          address: 127.0.0.1:PORT compressed its answer in a way (“br”) that it was asked not to. Ask the service itself rather than a proxy before it.
      "
    `);
  });

  it('may be text where the address asks for it', async () => {
    const legacy = [
      'heap profile: 1: 2 [3: 4] @ heap/1048576\n',
      'goroutine profile: total 7\n',
      '--- mutex:\n',
    ];
    for (const text of legacy) {
      const { host } = await heapRoute({
        '/debug/pprof/heap': (_, response) => response.end(text),
      });
      const { bytes } = await run(captureOrder(`${host}/debug/pprof/heap?debug=1`));
      expect(Buffer.from(bytes).toString()).toBe(text);
    }
  });
});

describe('a connection', () => {
  it('may be refused, or lead to no HTTP', async () => {
    const server = await pprofServer();
    await server.close();
    expect(await refusal(captureOrder(server.host))).toMatchInlineSnapshot(
      `"address: Nothing listens at 127.0.0.1:PORT. Does the service run, and is this the port of its net/http/pprof?"`,
    );

    const mute = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(mute, 'listening');
    const { port } = mute.address() as { port: number };
    expect(await refusal(captureOrder(`127.0.0.1:${port}`))).toMatchInlineSnapshot(
      `"address: What answers at 127.0.0.1:PORT does not speak HTTP: is it the right port, or does it want https://?"`,
    );
    mute.close();

    const rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(rude, 'listening');
    const at = rude.address() as { port: number };
    expect(await refusal(captureOrder(`127.0.0.1:${at.port}`))).toMatchInlineSnapshot(
      `"address: 127.0.0.1:PORT broke the connection off without an answer. Look at the service's own log, and whether it wants https://."`,
    );
    rude.close();
  });

  it('may lead to a name that nobody has', async () => {
    const sentence = await refusal(captureOrder('nobody.invalid:6060'));
    // Without a network the name server is not reached.
    expect(sentence).toMatch(
      /^address: (?:No machine of that name is known: |The name of )nobody\.invalid:6060/,
    );
  });

  it('may break off, with and without a length that tells', async () => {
    const profile = servedProfile('before', 'heap');
    const cut = profile.subarray(0, 5000);
    const { host } = await heapRoute({
      '/debug/pprof/heap': (_, response) => {
        response.setHeader('Content-Length', profile.length);
        response.write(cut, () => response.destroy());
      },
      '/debug/pprof/allocs': (_, response) => response.end(cut),
      '/debug/pprof/mutex': (_, response) => response.write(cut, () => response.destroy()),
    });
    expect(await refusal(captureOrder(host))).toMatchInlineSnapshot(
      `"other: 127.0.0.1:PORT broke off after 4.88 KiB of 7.91 KiB: the profile is not whole. Ask again, and look at the service's own log."`,
    );
    expect(await refusal(captureOrder(host, { kind: 'allocs' }))).toMatchInlineSnapshot(
      `"other: What 127.0.0.1:PORT answered is cut short or damaged: the profile is not whole. Ask again, and look at the service's own log."`,
    );
    expect(await refusal(captureOrder(host, { kind: 'mutex' }))).toMatchInlineSnapshot(
      `"other: 127.0.0.1:PORT broke off after 4.88 KiB: the profile is not whole. Ask again, and look at the service's own log."`,
    );
  });

  it('is waited for no longer than was said, and for the seconds of the profile besides', async () => {
    const { host } = await pprofServer({
      secondMillis: null,
      routes: {
        '/debug/pprof/mutex': (_, response) => void response.write('\x1f\x8b'),
      },
    });
    const short = { timeoutSeconds: 0.2 };
    expect(await refusal(limited(host, short, { kind: 'cpu', seconds: 1 }))).toMatchInlineSnapshot(
      `"time: 127.0.0.1:PORT did not answer within 0.2 s, besides the 1 s that it was asked to take. Is it busy, or is the way to it slow? Wait longer, or ask for fewer seconds."`,
    );
    expect(await refusal(limited(host, short, { kind: 'mutex' }))).toMatchInlineSnapshot(
      `"time: 127.0.0.1:PORT began to answer, then fell silent for 0.2 s. Ask again, or wait longer."`,
    );
    const patient = await pprofServer({ secondMillis: 200 });
    const { facts } = await run(limited(patient.host, short, { kind: 'cpu', seconds: 3 }));
    expect(facts.seconds).toBe(3);
  });

  it('takes no more than was said, be it announced or not', async () => {
    const { host } = await heapRoute({
      '/debug/pprof/heap': (_, response) => {
        response.setHeader('Content-Length', 2 ** 30);
        response.write('x');
      },
      '/debug/pprof/allocs': (_, response) => {
        const more = () => {
          if (response.writable && !response.destroyed) response.write(Buffer.alloc(2 ** 16), more);
        };
        more();
      },
    });
    expect(await refusal(captureOrder(host))).toMatchInlineSnapshot(
      `"size: 127.0.0.1:PORT answers with more than 1 MiB. Is it a profile? If so, allow more."`,
    );
    expect(await refusal(captureOrder(host, { kind: 'allocs' }))).toMatchInlineSnapshot(
      `"size: 127.0.0.1:PORT answers with more than 1 MiB. Is it a profile? If so, allow more."`,
    );
  });

  it('is not trusted because of a certificate that the service signed itself, unless it is told to', async () => {
    const { origin, host } = await pprofServer({ isTls: true });
    expect(await refusal(captureOrder(origin))).toMatchInlineSnapshot(
      `"certificate: The certificate of 127.0.0.1:PORT was not accepted. It is self-signed: nobody else vouches for it. Accept any certificate only if you know that it is that machine, and the network between."`,
    );
    const { bytes } = await run(limited(origin, { acceptsAnyCertificate: true }));
    expect(bytes.length).toBe(servedProfile('before', 'heap').length);
    const plain = await pprofServer();
    expect(await refusal(captureOrder(`https://${plain.host}`))).toMatchInlineSnapshot(
      `"address: What answers at 127.0.0.1:PORT does not speak https as this does: is it the right port, or does it want http://?"`,
    );
    expect(await refusal(captureOrder(`http://${host}`))).toMatch(/broke the connection off|https/);
  });

  it('ends when it is cancelled, before and while it is answered', async () => {
    const { host, requests } = await pprofServer({ secondMillis: null });
    const abort = new AbortController();
    const report = () => abort.abort();
    const order = captureOrder(host, { kind: 'cpu' });
    await expect(capture(order, { report, signal: abort.signal })).rejects.toThrow(
      CaptureCancelled,
    );
    await expect(run(order, abort.signal)).rejects.toThrow(CaptureCancelled);
    expect(requests.length).toBeLessThanOrEqual(1);
  });
});

describe('what says who asks', () => {
  const header = { name: 'Authorization', value: 'Bearer secret-token' };

  /** A service that passes a request on. */
  const forwarder = (location: string, status = 302) =>
    heapRoute({
      '/debug/pprof/heap': (_, response) =>
        response.writeHead(status, { Location: location }).end(),
    });

  const sent = ({ headers }: PprofServer) => headers.map(({ authorization }) => authorization);

  it('goes along, and user and password of an address as well', async () => {
    const server = await pprofServer();
    await run(captureOrder(server.host, { header }));
    await run(captureOrder(`http://me:p%40ss@${server.host}`));
    await run(captureOrder(`http://me:p%40ss@${server.host}`, { header }));
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(sent(server)).toEqual([header.value, basic, header.value]);
  });

  it('stays with the host that it is for, and is in nothing that is told', async () => {
    const other = await pprofServer();
    const server = await forwarder(`${other.origin}/debug/pprof/heap?token=hidden`);
    const { facts } = await run(
      captureOrder(`http://me:password@${server.host}/?key=hidden`, { header }),
    );
    expect(sent(server)).toEqual([header.value]);
    expect(sent(other)).toEqual([undefined]);
    expect(JSON.stringify(facts)).not.toMatch(/secret|password|hidden/);
    const to = `${other.origin}/debug/pprof/heap?token=…`;
    expect(facts.redirects).toEqual([to]);
    expect(facts.remarks).toEqual([
      `The request was passed on to ${to}.`,
      'The header was not sent there, since that is another host.',
    ]);
  });

  it('goes along to another place of the same host', async () => {
    const server = await forwarder('/debug/pprof/allocs', 307);
    const { facts } = await run(captureOrder(server.host, { header }));
    expect(sent(server)).toEqual([header.value, header.value]);
    expect(facts.redirects).toEqual([`${server.origin}/debug/pprof/allocs`]);
  });

  it('is said not to have gone along where it is missed', async () => {
    const other = await heapRoute({
      '/debug/pprof/heap': (_, response) => response.writeHead(401).end(),
    });
    const server = await forwarder(`${other.origin}/debug/pprof/heap`);
    expect(await refusal(captureOrder(server.host, { header }))).toMatchInlineSnapshot(
      `"header: Passed on to http://127.0.0.1:PORT/debug/pprof/heap: 127.0.0.1:PORT answered 401 Unauthorized. The header was not sent there, since another host had passed the request on: ask that address itself."`,
    );
    expect(await refusal(captureOrder(other.host, { header }))).toMatchInlineSnapshot(
      `"header: 127.0.0.1:PORT answered 401 Unauthorized. It does not take the header that was sent: is it complete, and still valid?"`,
    );
  });

  it('is refused where it is no header, without being quoted', async () => {
    const { host, requests } = await pprofServer();
    for (const bad of [
      { name: 'Bearer secret', value: 'x' },
      { name: 'Authorization', value: 'secret\r\nX: y' },
      { name: '', value: 'secret' },
      { name: 'Content-Length', value: '5' },
    ]) {
      const sentence = await refusal(captureOrder(host, { header: bad }));
      expect(sentence).toMatch(/^header: /);
      expect(sentence).not.toContain('secret');
    }
    expect(requests).toEqual([]);
  });

  it('is not followed around for ever, nor out of http', async () => {
    const server = await heapRoute({
      '/debug/pprof/heap': (request, response) => {
        const turn = Number(new URL(request.url ?? '', 'http://a').searchParams.get('debug') ?? 0);
        response.writeHead(302, { Location: `/debug/pprof/heap?debug=${turn + 1}` }).end();
      },
    });
    expect(await refusal(captureOrder(server.host))).toMatchInlineSnapshot(
      `"address: 127.0.0.1:PORT passes the request on and on: http://127.0.0.1:PORT/debug/pprof/heap?debug=1, then http://127.0.0.1:PORT/debug/pprof/heap?debug=2, then http://127.0.0.1:PORT/debug/pprof/heap?debug=3, then http://127.0.0.1:PORT/debug/pprof/heap?debug=4, then http://127.0.0.1:PORT/debug/pprof/heap?debug=5, then http://127.0.0.1:PORT/debug/pprof/heap?debug=6. Ask the service itself."`,
    );
    expect(server.requests).toHaveLength(6);
    const file = await forwarder('file:///etc/passwd');
    expect(await refusal(captureOrder(file.host))).toMatchInlineSnapshot(
      `"address: 127.0.0.1:PORT passes the request on to file:, which is not asked."`,
    );
    const nowhere = await forwarder('http://[');
    expect(await refusal(captureOrder(nowhere.host))).toMatchInlineSnapshot(
      `"address: 127.0.0.1:PORT passes the request on to what is no address."`,
    );
  });
});

describe('the number of requests', () => {
  const expvar = { kind: 'counter', address: '/debug/vars', metric: 'requests.total' } as const;

  it('is read before a profile since the start', async () => {
    const server = await pprofServer();
    const { facts } = await run(captureOrder(server.host, { count: expvar }));
    expect(facts.count).toEqual({ value: 80_000, before: null, after: null, series: 1 });
    expect(server.requests).toEqual(['GET /debug/vars', 'GET /debug/pprof/heap']);
  });

  it('is what happened during a profile over time', async () => {
    const server = await pprofServer({
      routes: {
        '/debug/pprof/heap': (_, response) => {
          server.served += 250;
          response.end(servedProfile('before', 'heap'));
        },
      },
    });
    const count = { ...expvar, address: `${server.origin}/metrics`, metric: 'http_requests_total' };
    const { facts } = await run(captureOrder(server.host, { seconds: 5, count }));
    expect(facts.count).toEqual({ value: 250, before: 80_000, after: 80_250, series: 2 });
    expect(server.requests).toEqual([
      'GET /metrics',
      'GET /debug/pprof/heap?seconds=5',
      'GET /metrics',
    ]);
  });

  it('is said to be unknown where the counter does not tell', async () => {
    const server = await pprofServer({
      routes: {
        '/debug/pprof/heap': (_, response) => {
          server.served = 3;
          response.end(servedProfile('before', 'heap'));
        },
      },
    });
    const over = await run(captureOrder(server.host, { seconds: 5, count: expvar }));
    expect(over.facts.count).toBe(null);
    expect(over.facts.remarks).toEqual([
      'The counter fell meanwhile: the service was started again, so there is nothing to divide by.',
    ]);
    const still = await run(captureOrder(server.host, { kind: 'cpu', count: expvar }));
    expect(still.facts.remarks).toEqual([
      'The counter did not move meanwhile: there is nothing to divide by.',
    ]);
    server.served = 0;
    const none = await run(captureOrder(server.host, { kind: 'allocs', count: expvar }));
    expect(none.facts.remarks).toEqual(['The counter was at 0: there is nothing to divide by.']);
  });

  it('is of no use for goroutines, and not asked for', async () => {
    const server = await pprofServer();
    const { facts } = await run(captureOrder(server.host, { kind: 'goroutine', count: expvar }));
    expect(facts.count).toBe(null);
    expect(facts.remarks).toEqual([
      'A profile of a moment is not divided by requests: the count was not kept.',
    ]);
    expect(server.requests).toEqual(['GET /debug/pprof/goroutine']);
  });

  it('may be typed', async () => {
    const { host } = await pprofServer();
    const { facts } = await run(captureOrder(host, { count: { kind: 'typed', count: 12 } }));
    expect(facts.count).toEqual({ value: 12, before: null, after: null, series: 0 });
  });

  it('is refused before the profile where the counter is not there', async () => {
    const server = await pprofServer({
      routes: {
        '/zipped': (_, response) =>
          response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x'),
      },
    });
    const said: string[] = [];
    for (const [address, metric] of [
      ['/debug/vars', 'request'],
      ['/nothing?token=secret', 'requests'],
      ['/zipped', 'requests'],
      ['gopher://x', 'requests'],
      ['http://127.0.0.1:1/debug/vars', 'requests'],
    ] as const) {
      said.push(
        await refusal(captureOrder(server.host, { count: { kind: 'counter', address, metric } })),
      );
    }
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "counter: The counter could not be read. http://127.0.0.1:PORT/debug/vars: Among the service's variables there is no “request”.
      counter: The counter could not be read. http://127.0.0.1:PORT/nothing?token=… answered with 404. Is the address right, and does it take the same header?
      counter: The counter could not be read. http://127.0.0.1:PORT/zipped answered with a compressed text, which it was asked not to give. Is the address right, and does it take the same header?
      counter: The counter: Only http and https can be asked, not gopher.
      counter: The counter could not be read. Nothing listens at 127.0.0.1:PORT. Does the service run, and is this the port of its net/http/pprof?"
    `);
    expect(server.requests.filter((request) => request.includes('heap'))).toEqual([]);
  });

  it('is asked with the header on the service alone', async () => {
    const header = { name: 'X-Key', value: 'secret' };
    const [server, other] = [await pprofServer(), await pprofServer()];
    await run(captureOrder(server.host, { header, count: expvar }));
    const elsewhere = { ...expvar, address: `${other.origin}/debug/vars` };
    await run(captureOrder(server.host, { header, count: elsewhere }));
    expect(server.headers.map((sent) => sent['x-key'])).toEqual(['secret', 'secret', 'secret']);
    expect(other.headers.map((sent) => sent['x-key'])).toEqual([undefined]);
  });
});
