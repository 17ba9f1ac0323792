/**
 * In the locale `C` Chromium names the language `en-US@posix` and WebKit `C`, which are no language tags
 * (BCP 47), and uPlot hands the name to `Intl` as it loads: an error that would keep the whole page from
 * starting. This module comes before all that reads the language.
 */
if (!isLanguageTag(navigator.language)) {
  Object.defineProperty(navigator, 'language', { value: 'en-US' });
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}
