// @ts-check

/**
 * The import rules of the house. Arrows point to core; core points nowhere.
 *
 * @typedef {object} Folder a line of the table; what it does not name, the folder may not import
 * @property {string[]} [imports] folders of src/
 * @property {string[]} [types] folders of src/ of which only types may be imported
 * @property {'any' | string[]} [packages] npm packages
 * @property {'everywhere' | string[]} [node] where Node's own modules may be imported: everywhere, or in these files
 */

/**
 * A folder may always import itself. A new folder of src/ needs a line here. A folder inside another
 * (core/text) goes by its own line instead of the outer one.
 *
 * @type {Record<string, Folder>}
 */
const table = {
  core: {},
  'core/formats/pprof': { imports: ['core'], packages: ['protobufjs'] },
  'core/text': { imports: ['core'], packages: ['re2js'] },
  bridge: { types: ['core'], packages: ['msgpackr'] },
  words: { imports: ['core', 'bridge'] },
  export: {
    imports: ['core', 'bridge', 'words'],
    packages: [
      '@fontsource/inter',
      '@fontsource/jetbrains-mono',
      '@resvg/resvg-wasm',
      'fflate',
      'micromark',
      'micromark-extension-gfm',
    ],
    node: ['export/worker.ts', 'export/picture/png.ts'],
  },
  // The script of exported pages, which runs in a browser alone.
  'export/page/reader': {
    imports: ['core', 'words', 'renderer/theme'],
    packages: ['d3-flame-graph', 'd3-selection'],
  },
  engine: {
    imports: ['core', 'bridge'],
    packages: ['fzstd'],
    node: [
      'engine/worker.ts',
      'engine/inflate.ts',
      'engine/inflate-stream.ts',
      'engine/evidence/text-file.ts',
      'engine/evidence/may-hold-evidence.ts',
    ],
  },
  backend: {
    imports: ['bridge', 'core/investigation', 'core/capture', 'core/units'],
    types: ['core', 'engine', 'export'],
    packages: 'any',
    node: 'everywhere',
  },
  main: { imports: ['backend', 'bridge', 'core/text'], packages: 'any', node: 'everywhere' },
  preload: { imports: ['bridge'], packages: ['electron'] },
  server: { imports: ['backend', 'bridge'], packages: 'any', node: 'everywhere' },
  cli: {
    imports: ['core', 'engine', 'backend', 'words', 'export'],
    types: ['bridge'],
    packages: 'any',
    node: 'everywhere',
  },
  renderer: {
    imports: [
      'bridge',
      'words',
      'core/units',
      'core/layout',
      'core/text',
      'core/drawing',
      'core/capture',
    ],
    types: ['core'],
    packages: 'any',
  },
};

const folders = Object.keys(table);

/** @param {string[]} names */
const inside = (names) => names.map((name) => `^src/${name}/`);

/** @param {string[]} names */
const listed = (names) => names.join(', ') || 'nothing';

/**
 * @param {string} name
 * @param {string} comment the sentence that a violation prints
 * @param {object} from
 * @param {object} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @param {[string, Folder]} line */
function rulesOf([folder, { imports = [], types = [], packages = [], node = [] }]) {
  const home = `src/${folder}`;
  const from = {
    path: `^${home}/`,
    pathNot: inside(folders.filter((other) => other.startsWith(`${folder}/`))),
  };
  const own = [folder, ...imports];
  const rules = [
    forbid(
      `${folder}-folders`,
      `Of the other folders of src, ${home} may import: ${listed([...imports, ...types.map((name) => `types of ${name}`)])}.`,
      from,
      { path: '^src/', pathNot: inside([...own, ...types]) },
    ),
  ];
  if (types.length > 0) {
    rules.push(
      forbid(
        `${folder}-types`,
        `${home} may import from ${listed(types)} only with "import type".`,
        from,
        { path: inside(types), pathNot: inside(own), dependencyTypesNot: ['type-only'] },
      ),
    );
  }
  if (packages !== 'any') {
    rules.push(
      forbid(
        `${folder}-packages`,
        `Of the npm packages, ${home} may import: ${listed(packages)}.`,
        from,
        {
          path: 'node_modules/',
          pathNot: packages.map((name) => `node_modules/${name}/`),
        },
      ),
    );
  }
  if (node !== 'everywhere') {
    rules.push(
      forbid(
        `${folder}-node`,
        `In ${home}, Node's own modules may be imported in: ${listed(node)}.`,
        { ...from, pathNot: [...from.pathNot, ...node.map((file) => `^src/${file}$`)] },
        { dependencyTypes: ['core'] },
      ),
    );
  }
  return rules;
}

export default {
  forbidden: [
    ...Object.entries(table).flatMap(rulesOf),
    forbid(
      'electron',
      'Only src/main and src/preload know Electron, so that everything else also runs in the browser shell.',
      { path: '^src/', pathNot: inside(['main', 'preload']) },
      { path: '^electron$|node_modules/electron/' },
    ),
    forbid(
      'unlisted',
      'Every folder of src has a line in the table of .dependency-cruiser.mjs.',
      { path: '^src/', pathNot: inside(folders) },
      {},
    ),
    forbid(
      'tests',
      'Nothing imports tests, scripts or bin.',
      {},
      { path: '^(tests|scripts|bin)/' },
    ),
    forbid('cycle', 'Modules may not import each other in a circle.', {}, { circular: true }),
    forbid(
      'unresolved',
      'Every import leads to a file.',
      {},
      {
        couldNotResolve: true,
        pathNot: '\\?', // what to make of a query (?url) only Vite knows
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Without it imports of types, which leave no trace in the compiled code, would go unseen.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
