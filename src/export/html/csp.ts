/**
 * A content security policy that lets a page load nothing at all, and run and look by nothing but these
 * texts: https://www.w3.org/TR/CSP3/, "hash-source". Each is the whole of an element's content.
 */
export async function closedPolicy(
  scripts: readonly string[],
  styles: readonly string[],
  /** Whether the style sheets have fonts in them. */
  { fonts }: { readonly fonts: boolean } = { fonts: false },
): Promise<string> {
  const directive = async (name: string, texts: readonly string[]) =>
    [name, ...(texts.length === 0 ? ["'none'"] : await Promise.all(texts.map(hashSource)))].join(
      ' ',
    );
  return [
    "default-src 'none'",
    await directive('script-src', scripts),
    await directive('style-src', styles),
    ...(fonts ? ['font-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
