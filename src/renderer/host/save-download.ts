/** Has the browser save what waits at an address below the page's own. */
export function saveDownload(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = new URL(address, document.baseURI).href;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
