import type { AllocationFacts } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOneOf, runsOnce, symbols } from '../stack-signs.ts';

const MAKERS = symbols(
  'encoding/json: NewEncoder NewDecoder',
  'encoding/xml: NewEncoder NewDecoder',
  'encoding/gob: NewEncoder NewDecoder',
  'encoding/csv: NewReader NewWriter',
  'encoding/base64: NewEncoder NewDecoder',
  'encoding/hex: NewEncoder NewDecoder',
  'compress/gzip: NewReader NewWriter NewWriterLevel',
  'compress/zlib: NewReader NewWriter NewWriterLevel',
  'compress/flate: NewReader NewWriter NewReaderDict NewWriterDict',
  'bufio: NewReader NewReaderSize NewWriter NewWriterSize NewScanner',
  'io: MultiWriter MultiReader TeeReader LimitReader NewSectionReader Pipe',
  'crypto/md5: New',
  'crypto/sha1: New',
  'crypto/sha256: New New224',
  'crypto/sha512: New New384',
  'crypto/hmac: New',
  'hash/crc32: New NewIEEE',
  'hash/fnv: New32 New32a New64 New64a',
  'text/template: New',
  'html/template: New',
  'text/tabwriter: NewWriter',
);

const stack = callsOneOf(MAKERS, 'makes a new one each time');

export const encoderPerCall: Rule = {
  pattern: 'encoder-per-call',
  name: 'Encoder, reader or writer made per call',
  meaning:
    'An encoder, compressor, hash, reader or writer is made each time the line runs, with what it needs inside.',
  advice:
    'Keep it for the connection or goroutine, or in a sync.Pool, and Reset it; most of these have a Reset.',
  exception:
    'json.Encoder cannot be reset: there encode into a pooled buffer, or accept it, since it is small.',
  witnesses: {
    stack: (facts: AllocationFacts): Sign => (runsOnce(facts.stack) ? 'against' : stack(facts)),
  },
  shown: [['stack']],
  likely: [],
  yields: ['pool-miss'],
};
