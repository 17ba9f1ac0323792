import type { CaptureOrder } from '../../src/bridge/capture-api.ts';

/** An order for a heap profile, with what a test wants otherwise. */
export function captureOrder(address: string, change: Partial<CaptureOrder> = {}): CaptureOrder {
  return {
    key: 'k1',
    address,
    kind: 'heap',
    seconds: null,
    gc: false,
    header: null,
    limits: { timeoutSeconds: 20, mostBytes: 2 ** 20, acceptsAnyCertificate: false },
    count: null,
    ...change,
  };
}

/** The same with other limits. */
export function limited(
  address: string,
  limits: Partial<CaptureOrder['limits']>,
  change: Partial<CaptureOrder> = {},
): CaptureOrder {
  const order = captureOrder(address, change);
  return { ...order, limits: { ...order.limits, ...limits } };
}
