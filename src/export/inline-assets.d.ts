/* Files that Vite puts into the bundle: a `data:` address of their bytes. */

declare module '*?url&inline' {
  const dataUrl: string;
  // biome-ignore lint/style/noDefaultExport: that is how Vite gives it.
  export default dataUrl;
}
