/**
 * Keeps the page in the theme that it was made with, or in the system's where it was made to follow that; on paper
 * it is always light.
 */
export function followTheme(): void {
  const root = document.documentElement;
  const wanted = root.dataset['wantedTheme'];
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const printing = matchMedia('print');
  const update = () => {
    const isDark = wanted === 'dark' || (wanted === 'system' && prefersDark.matches);
    root.dataset['theme'] = isDark && !printing.matches ? 'dark' : 'light';
  };
  update();
  for (const query of [prefersDark, printing]) query.addEventListener('change', update);
}
