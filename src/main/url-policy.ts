/** Whether an address may be handed to the user's browser: https only, and nobody's password in it. */
export function mayOpenExternally(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
