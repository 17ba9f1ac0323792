/*
 * The engine's thread as it is, but that a certain question and a certain file kill it, as running out
 * of memory would.
 */

import './deadly-questions.ts';
import '../../src/engine/worker.ts';
