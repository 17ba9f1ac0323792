import type { Rule } from '../rule.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';

const MAKERS = symbols(
  'strings: Fields FieldsFunc Join Map Repeat Replace ReplaceAll Split SplitAfter SplitAfterN SplitN Title ToLower ToTitle ToUpper ToValidUTF8',
  'strings: (*Replacer).Replace (*genericReplacer).Replace',
  'bytes: Fields FieldsFunc Join Map Repeat Replace ReplaceAll Split SplitAfter SplitAfterN SplitN Title ToLower ToTitle ToUpper (*Buffer).String',
  'strconv: FormatFloat FormatInt FormatUint Itoa Quote QuoteRune QuoteToASCII Unquote',
  'encoding/hex: EncodeToString DecodeString',
  'encoding/base64: (*Encoding).EncodeToString (*Encoding).DecodeString',
  'net/url: QueryEscape PathEscape QueryUnescape PathUnescape',
  'path: Join',
  'path/filepath: Join',
  'time: Time.Format Time.String',
);

export const libraryResult: Rule = {
  pattern: 'library-result',
  name: 'String or slice made by a library function',
  meaning:
    'A function of strings, bytes, strconv or the like makes a new string or slice for its result.',
  advice:
    'Use the form that writes into what is there already (strconv.AppendInt, strings.Cut in place of Split, hex.Encode), or keep the result if the same is asked for again.',
  exception: 'Where the new string is what is needed, it is one allocation and no waste.',
  witnesses: { stack: callsOneOf(MAKERS, 'makes a new result each time') },
  shown: [['stack']],
  likely: [],
  yields: ['pooled-buffer-copy'],
};
