/** The bytes in a base64 `data:` address, which is how the bundle holds fonts and WebAssembly. */
export function bytesOfDataUrl(dataUrl: string): Uint8Array<ArrayBuffer> {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
