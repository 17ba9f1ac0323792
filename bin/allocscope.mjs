#!/usr/bin/env node
import { join } from 'node:path';
// The command of package.json's `bin`: in a checkout it builds what is needed first.
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, root } from '../scripts/build-if-needed.mjs';

if (await buildIfNeeded()) await import(pathToFileURL(join(root, 'out/main/cli.js')).href);
else process.exitCode = 1;
