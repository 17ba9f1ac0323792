// `npm run pictures` makes the pictures of the README by `allocscope export`, as docs/pictures/exported.json says.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = 'docs/pictures';
/** @type {{ environment: Record<string, string>, pictures: Record<string, string> }} */
const { environment, pictures } = JSON.parse(
  readFileSync(join(root, folder, 'exported.json'), 'utf8'),
);
for (const [file, args] of Object.entries(pictures)) {
  const { status } = spawnSync(
    process.execPath,
    ['bin/allocscope.mjs', 'export', ...args.split(' '), '--to', join(folder, file), '--force'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  if (status !== 0) process.exitCode = 1;
}
