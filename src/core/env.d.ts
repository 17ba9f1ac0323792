// The Encoding standard is not part of the language's library, yet every host that runs the core has it.
// Only what the core uses is declared here: it may know no more of its host.

declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

// The same holds for the URL standard.

declare class URL {
  constructor(url: string, base?: string);
  protocol: string;
  username: string;
  password: string;
  readonly host: string;
  readonly hostname: string;
  pathname: string;
  search: string;
  hash: string;
  readonly href: string;
  readonly origin: string;
  readonly searchParams: URLSearchParams;
  static canParse(url: string, base?: string): boolean;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: Iterable<[string, string]>);
  get(name: string): string | null;
  append(name: string, value: string): void;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

// And for WebAssembly.

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: Record<string, Record<string, unknown>>,
  ) => { readonly exports: unknown };
};
