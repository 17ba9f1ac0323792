/**
 * The same as JSON.stringify with an indent of two, but for integers of any size, which keep all their digits, and
 * columns, which become arrays of numbers on one line.
 */
export function exactJson(value: unknown, indent = ''): string {
  if (typeof value === 'bigint') return value.toString();
  if (ArrayBuffer.isView(value)) {
    return `[${Array.from(value as Float64Array, (item) => exactJson(item)).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const parts = isArray
    ? value.map((item) => exactJson(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}: ${exactJson(item, inner)}`);
  const [open, close] = isArray ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}
