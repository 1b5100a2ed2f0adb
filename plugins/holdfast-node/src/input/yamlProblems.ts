import { ErrorCode } from 'yaml';

/**
 * What the parser complains of, in words of our own: its messages quote what they stumbled over, and that may be a password.
 */
export const yamlProblems: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias has a tag or an anchor',
  BAD_ALIAS: 'an alias has no anchor before it, or aliases multiply',
  BAD_COLLECTION_TYPE: 'a tag does not fit the value after it',
  BAD_DIRECTIVE: 'a line that begins with % is no directive',
  BAD_DQ_ESCAPE: 'a backslash in double quotes escapes nothing',
  BAD_INDENT:
    'the indentation does not fit what is around it, or a bracket is missing',
  BAD_PROP_ORDER: 'an anchor or tag stands in the wrong place',
  BAD_SCALAR_START: 'a value begins with a character that has to be quoted',
  BLOCK_AS_IMPLICIT_KEY:
    'a mapping stands within a value: is it a quote, or the indentation?',
  BLOCK_IN_FLOW: 'a block stands within brackets',
  DUPLICATE_KEY: 'a key occurs twice',
  IMPOSSIBLE: 'it cannot be read',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a bracket, quote, colon or comma is missing',
  MULTILINE_IMPLICIT_KEY:
    'a key goes over more than one line: is a colon or a quote missing?',
  MULTIPLE_ANCHORS: 'a value has two anchors',
  MULTIPLE_DOCS: 'something follows the end of the document',
  MULTIPLE_TAGS: 'a value has two tags',
  NON_STRING_KEY: 'a key is no text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a tab is used for indentation',
  TAG_RESOLVE_FAILED: 'a tag does not fit its value',
  UNEXPECTED_TOKEN: 'something stands where it cannot',
};
