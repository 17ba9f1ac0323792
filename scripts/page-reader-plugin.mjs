import { build } from 'vite';

const QUERY = '?bundled';

/**
 * Makes `import { script, style } from './main.ts?bundled'` give a module for browsers and all that it
 * imports as one script and one stylesheet, both as texts. So the exporter carries the reader of its
 * pages within itself, built from the same sources at the same time.
 *
 * @returns {import('vite').Plugin}
 */
export function pageReaderPlugin() {
  /** @type {Map<string, Promise<string>>} */
  const modules = new Map();
  return {
    name: 'page-reader',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(QUERY)) return null;
      const entry = id.slice(0, -QUERY.length);
      const module = modules.get(entry) ?? bundled(entry);
      modules.set(entry, module);
      return module;
    },
    buildStart() {
      modules.clear();
    },
  };
}

/**
 * @param {string} entry path of the module
 * @returns {Promise<string>} a module that exports its script and its stylesheet
 */
async function bundled(entry) {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Vitest sets this variable; what is bundled for a browser is always for production.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      // As the application's own page: what came with browsers of 2022.
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'reader', fileName: 'reader', cssFileName: 'reader' },
    },
  });
  const files = (Array.isArray(result) ? result : [result]).flatMap((part) =>
    'output' in part ? part.output : [],
  );
  const script = files.find((file) => file.type === 'chunk');
  const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (script?.type !== 'chunk' || style?.type !== 'asset' || files.length !== 2) {
    throw new Error(`${entry} has to become one script and one stylesheet.`);
  }
  return [
    `export const script = ${JSON.stringify(inElement(script.code.trim(), 'script'))};`,
    `export const style = ${JSON.stringify(inElement(String(style.source).trim(), 'style'))};`,
  ].join('\n');
}

/**
 * A text that goes into an element of that name as it is: it may not hold what ends the element, or what
 * begins a comment in it.
 *
 * @param {string} text
 * @param {string} element
 */
function inElement(text, element) {
  const end = new RegExp(`</${element}|<!--`, 'i').exec(text);
  if (end !== null)
    throw new Error(`The reader of pages holds ${end[0]}, which ends it in a page.`);
  return text;
}
