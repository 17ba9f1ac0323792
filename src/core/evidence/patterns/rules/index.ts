import type { Rule } from '../rule.ts';
import { bufferPerCall } from './buffer-per-call.ts';
import { capturingClosure } from './capturing-closure.ts';
import { encoderPerCall } from './encoder-per-call.ts';
import { errorPerCall } from './error-per-call.ts';
import { escapingLiteral } from './escaping-literal.ts';
import { fmtFormatting } from './fmt-formatting.ts';
import { fmtScanning } from './fmt-scanning.ts';
import { growingAppend } from './growing-append.ts';
import { growingBuffer } from './growing-buffer.ts';
import { interfaceBoxing } from './interface-boxing.ts';
import { largeVariableMovedToHeap } from './large-variable-moved-to-heap.ts';
import { libraryResult } from './library-result.ts';
import { madeWithMake } from './made-with-make.ts';
import { mapGrowth } from './map-growth.ts';
import { poolMiss } from './pool-miss.ts';
import { poolPutBoxing } from './pool-put-boxing.ts';
import { pooledBufferCopy } from './pooled-buffer-copy.ts';
import { pooledBufferGrowth } from './pooled-buffer-growth.ts';
import { regexpPerCall } from './regexp-per-call.ts';
import { sliceCopy } from './slice-copy.ts';
import { sprintfSimpleValue } from './sprintf-simple-value.ts';
import { stringBytesConversion } from './string-bytes-conversion.ts';
import { stringConcatenation } from './string-concatenation.ts';
import { timerPerCall } from './timer-per-call.ts';
import { variableMovedToHeap } from './variable-moved-to-heap.ts';

/** All rules, in the order in which a site's names are told: what is most worth mending first. */
export const RULES: readonly Rule[] = [
  poolPutBoxing,
  pooledBufferGrowth,
  pooledBufferCopy,
  poolMiss,
  stringConcatenation,
  growingAppend,
  interfaceBoxing,
  capturingClosure,
  sprintfSimpleValue,
  fmtFormatting,
  fmtScanning,
  encoderPerCall,
  bufferPerCall,
  growingBuffer,
  largeVariableMovedToHeap,
  variableMovedToHeap,
  stringBytesConversion,
  sliceCopy,
  mapGrowth,
  regexpPerCall,
  timerPerCall,
  errorPerCall,
  libraryResult,
  escapingLiteral,
  madeWithMake,
];
