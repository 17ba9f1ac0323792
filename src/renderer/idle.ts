/*
 * The page says when it rests, so that tests and screenshots never wait for time to pass:
 * `data-idle` on the root element is "true" once nothing has been under way for two frames.
 */

let underWay = 0;
let check = 0;

/** Marks the page as busy until the returned function is called; calling it again does nothing. */
export function busy(): () => void {
  underWay++;
  announce(false);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    underWay--;
    if (underWay === 0) announceSoon();
  };
}

// One frame for React to draw what came, a second one for what that set off.
function announceSoon(): void {
  cancelAnimationFrame(check);
  check = requestAnimationFrame(() => {
    check = requestAnimationFrame(() => {
      if (underWay === 0) announce(true);
    });
  });
}

function announce(idle: boolean): void {
  document.documentElement.dataset['idle'] = String(idle);
}
