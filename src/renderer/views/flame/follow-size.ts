/**
 * Tells the size of an element in px and the density of the screen, now and whenever one of them
 * changes: the element is resized, the page zoomed, or the window moved to another screen.
 */
export function followSize(
  element: HTMLElement,
  onSize: (width: number, height: number, ratio: number) => void,
): () => void {
  const tell = () => onSize(element.clientWidth, element.clientHeight, window.devicePixelRatio);
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  const ending = new AbortController();
  const watchDensity = () => {
    // A query for the present density says once that it is over, and no more.
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        tell();
        watchDensity();
      },
      { once: true, signal: ending.signal },
    );
  };
  watchDensity();
  tell();
  return () => {
    observer.disconnect();
    ending.abort();
  };
}
