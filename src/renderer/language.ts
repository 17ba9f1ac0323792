/**
 * In the locale `C` Chromium names the language `en-US@posix`, which is no language tag (BCP 47), and
 * uPlot hands it to `Intl` as it loads: an error that would keep the whole page from starting. This
 * module comes before all that reads the language.
 */
if (navigator.language.includes('@')) {
  Object.defineProperty(navigator, 'language', { value: navigator.language.replace(/@.*/, '') });
}
