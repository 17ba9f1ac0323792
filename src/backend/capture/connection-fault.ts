import { CaptureFault } from './capture-fault.ts';

/** What kept a connection from being made, in words; `host` is the host and port that was asked. */
export function connectionFault(host: string, thrown: unknown): CaptureFault {
  const code = codeOf(thrown);
  if (CERTIFICATE_CODES.test(code)) {
    const why = CERTIFICATES[code] ?? 'Nobody that this machine trusts vouches for it.';
    return new CaptureFault(
      `The certificate of ${host} was not accepted. ${why} Accept any certificate only if you know that it is that machine, and the network between.`,
      { trouble: 'certificate', cause: thrown },
    );
  }
  if (code.startsWith('HPE_')) {
    return new CaptureFault(
      `What answers at ${host} does not speak HTTP: is it the right port, or does it want https://?`,
      { trouble: 'address', cause: thrown },
    );
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return new CaptureFault(
      `What answers at ${host} does not speak https as this does: is it the right port, or does it want http://?`,
      { trouble: 'address', cause: thrown },
    );
  }
  const reason = REASONS[code];
  if (reason === undefined) {
    return new CaptureFault(
      `${host} could not be asked (${code || (thrown as Error).message}): try it with curl.`,
      { trouble: 'other', cause: thrown },
    );
  }
  return new CaptureFault(reason(host), { trouble: 'address', cause: thrown });
}

/** Of a name with several addresses, all of which failed, the first failure. */
function codeOf(thrown: unknown): string {
  const { code, errors } = thrown as { code?: unknown; errors?: readonly { code?: unknown }[] };
  const found = code ?? errors?.[0]?.code;
  return typeof found === 'string' ? found : '';
}

/** Codes of Node and OpenSSL about certificates. */
const CERTIFICATE_CODES = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^CRL_|^HOSTNAME_MISMATCH$/;

const CERTIFICATES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'It is self-signed: nobody else vouches for it.',
  SELF_SIGNED_CERT_IN_CHAIN: 'It is signed by an authority that this machine does not know.',
  CERT_HAS_EXPIRED: 'It has expired.',
  CERT_NOT_YET_VALID: 'It is not valid yet: is the clock of this machine right?',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It is for another name than the one that was asked.',
};

const REASONS: Readonly<Record<string, (host: string) => string>> = {
  ECONNREFUSED: (host) =>
    `Nothing listens at ${host}. Does the service run, and is this the port of its net/http/pprof?`,
  ENOTFOUND: (host) => `No machine of that name is known: ${host}. Is it spelt right?`,
  EAI_AGAIN: (host) =>
    `The name of ${host} could not be looked up: the name server does not answer. Is there a network?`,
  EAI_NONAME: (host) => `No machine of that name is known: ${host}. Is it spelt right?`,
  EHOSTUNREACH: (host) =>
    `There is no way to ${host} from here. Is there a network, or a VPN to join?`,
  ENETUNREACH: (host) =>
    `There is no way to ${host} from here. Is there a network, or a VPN to join?`,
  EADDRNOTAVAIL: (host) => `There is no way to ${host} from here. Is the address right?`,
  ETIMEDOUT: (host) =>
    `${host} does not answer. Does a firewall stand before it, or does it sleep?`,
  ECONNRESET: (host) =>
    `${host} broke the connection off without an answer. Look at the service's own log, and whether it wants https://.`,
  EPIPE: (host) => `${host} broke the connection off. Look at the service's own log.`,
  ECONNABORTED: (host) => `The connection to ${host} was broken off. Ask again.`,
  EACCES: (host) => `This machine does not let programs connect to ${host}.`,
  EPERM: (host) => `This machine does not let programs connect to ${host}.`,
};
