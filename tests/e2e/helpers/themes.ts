import type { Page } from 'playwright-core';

/** Themes, as a system has them. */
export type Theme = 'light' | 'dark';

/** Does what it is given while the system is in a theme, and goes back to the one of before. */
export async function inTheme(page: Page, theme: Theme, act: () => Promise<void>): Promise<void> {
  const before = await themeOf(page);
  await show(page, theme);
  try {
    await act();
  } finally {
    await show(page, before);
  }
}

const themeOf = (page: Page): Promise<Theme> =>
  page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));

async function show(page: Page, theme: Theme): Promise<void> {
  if ((await themeOf(page)) === theme) return;
  await page.emulateMedia({ colorScheme: theme });
  // A page hears of it with its next frame, and colours may fade into each other.
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const fading = document.getAnimations().filter((fade) => fade instanceof CSSTransition);
    await Promise.all(fading.map(({ finished }) => finished));
  });
}
