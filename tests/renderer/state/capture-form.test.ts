import { describe, expect, it } from 'vitest';
import { defaults } from '../../../src/backend/settings.ts';
import {
  type CaptureForm,
  captureFormOf,
  choicesOf,
  readCaptureForm,
} from '../../../src/renderer/state/capture-form.ts';

const form = (change: Partial<CaptureForm> = {}): CaptureForm => ({
  ...captureFormOf(defaults.capturing),
  ...change,
});

/** What a form asks for, or what is wrong with it. */
function read(change: Partial<CaptureForm>): string {
  const { order, request, errors } = readCaptureForm(form(change));
  const wrong = Object.entries(errors).filter(([, error]) => error !== '');
  if (order === null) return wrong.map(([field, error]) => `${field}: ${error}`).join(' ');
  const { kind, seconds, gc, header, count } = order;
  return `${request?.address} ${JSON.stringify({ kind, seconds, gc, header, count })}`;
}

const table = (forms: readonly Partial<CaptureForm>[]) =>
  `\n${forms.map((change) => `${JSON.stringify(change)}\n    ${read(change)}`).join('\n')}\n`;

describe('the form of a capture', () => {
  it('asks for what was chosen', () => {
    expect(
      table([
        {},
        { gc: true },
        { gc: true, isOverTime: true, seconds: ' 5 ' },
        { kind: 'cpu', seconds: '10' },
        { kind: 'cpu', address: 'h/debug/pprof/mutex' },
        { address: 'h/debug/pprof/profile', seconds: '7' },
        { address: 'h/debug/pprof/profile?seconds=9', seconds: 'nonsense' },
        { address: 'h/debug/pprof/leases', isOverTime: true },
        { headerName: ' X-Key ', headerValue: ' secret ' },
        { headerName: '', headerValue: '' },
        { counting: 'typed', requests: '80k' },
        { counting: 'typed', requests: ' ' },
        { counting: 'counter', counterAddress: ' /metrics ', metric: ' n{a="b"} ' },
        { counting: 'counter', kind: 'goroutine' },
      ]),
    ).toMatchInlineSnapshot(`
      "
      {}
          http://localhost:6060/debug/pprof/heap {"kind":"heap","seconds":null,"gc":false,"header":null,"count":null}
      {"gc":true}
          http://localhost:6060/debug/pprof/heap?gc=1 {"kind":"heap","seconds":null,"gc":true,"header":null,"count":null}
      {"gc":true,"isOverTime":true,"seconds":" 5 "}
          http://localhost:6060/debug/pprof/heap?seconds=5 {"kind":"heap","seconds":5,"gc":true,"header":null,"count":null}
      {"kind":"cpu","seconds":"10"}
          http://localhost:6060/debug/pprof/profile?seconds=10 {"kind":"cpu","seconds":10,"gc":false,"header":null,"count":null}
      {"kind":"cpu","address":"h/debug/pprof/mutex"}
          http://h/debug/pprof/mutex {"kind":"mutex","seconds":null,"gc":false,"header":null,"count":null}
      {"address":"h/debug/pprof/profile","seconds":"7"}
          http://h/debug/pprof/profile?seconds=7 {"kind":"cpu","seconds":7,"gc":false,"header":null,"count":null}
      {"address":"h/debug/pprof/profile?seconds=9","seconds":"nonsense"}
          http://h/debug/pprof/profile?seconds=9 {"kind":"cpu","seconds":null,"gc":false,"header":null,"count":null}
      {"address":"h/debug/pprof/leases","isOverTime":true}
          http://h/debug/pprof/leases {"kind":"heap","seconds":null,"gc":false,"header":null,"count":null}
      {"headerName":" X-Key ","headerValue":" secret "}
          http://localhost:6060/debug/pprof/heap {"kind":"heap","seconds":null,"gc":false,"header":{"name":"X-Key","value":"secret"},"count":null}
      {"headerName":"","headerValue":""}
          http://localhost:6060/debug/pprof/heap {"kind":"heap","seconds":null,"gc":false,"header":null,"count":null}
      {"counting":"typed","requests":"80k"}
          http://localhost:6060/debug/pprof/heap {"kind":"heap","seconds":null,"gc":false,"header":null,"count":{"kind":"typed","count":80000}}
      {"counting":"typed","requests":" "}
          http://localhost:6060/debug/pprof/heap {"kind":"heap","seconds":null,"gc":false,"header":null,"count":null}
      {"counting":"counter","counterAddress":" /metrics ","metric":" n{a=\\"b\\"} "}
          http://localhost:6060/debug/pprof/heap {"kind":"heap","seconds":null,"gc":false,"header":null,"count":{"kind":"counter","address":"/metrics","metric":"n{a=\\"b\\"}"}}
      {"counting":"counter","kind":"goroutine"}
          http://localhost:6060/debug/pprof/goroutine {"kind":"goroutine","seconds":null,"gc":false,"header":null,"count":null}
      "
    `);
  });

  it('says what is wrong', () => {
    expect(
      table([
        { address: '' },
        { address: 'ftp://h' },
        { isOverTime: true, seconds: '0' },
        { kind: 'cpu', seconds: '1.5' },
        { counting: 'typed', requests: '-3' },
        { counting: 'counter', counterAddress: '', metric: 'n' },
        { counting: 'counter', metric: ' ' },
        { timeout: '', mostMebibytes: '5000' },
      ]),
    ).toMatchInlineSnapshot(`
      "
      {"address":""}
          address: Write the address of the service, such as localhost:6060.
      {"address":"ftp://h"}
          address: Only http and https can be asked, not ftp.
      {"isOverTime":true,"seconds":"0"}
          seconds: Write a whole number of seconds.
      {"kind":"cpu","seconds":"1.5"}
          seconds: Write a whole number of seconds.
      {"counting":"typed","requests":"-3"}
          requests: “-3” is not above zero.
      {"counting":"counter","counterAddress":"","metric":"n"}
          counter: Write its address, such as /debug/vars or /metrics.
      {"counting":"counter","metric":" "}
          counter: Write its name, such as requests or http_requests_total.
      {"timeout":"","mostMebibytes":"5000"}
          timeout: Write a whole number of seconds. mostMebibytes: Write a whole number up to 4096.
      "
    `);
  });

  it('is remembered without what may be a secret', () => {
    const before = defaults.capturing;
    const secret = form({
      address: 'https://me:hush@h/?token=hush',
      headerValue: 'hush',
      counterAddress: 'http://me:hush@h/metrics',
      seconds: 'x',
      kind: 'cpu',
    });
    const choices = choicesOf(secret, before);
    expect(JSON.stringify(choices)).not.toContain('hush');
    expect(choices).toEqual({ ...before, address: 'https://h/debug/pprof/', kind: 'cpu' });
    expect(choicesOf(form({ address: 'nonsense here' }), before).address).toBe(before.address);
  });
});
