/**
 * What the parser complains of (`printParseErrorCode`), in words.
 */
export const jsonProblems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word stands where a value or a quote is due',
  InvalidNumberFormat: 'a number is none',
  PropertyNameExpected: 'a key is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing: is it cut off?',
  CloseBracketExpected: 'a closing bracket is missing: is it cut off?',
  EndOfFileExpected: 'something follows the end of the value',
  InvalidCommentToken: 'it has a comment',
  UnexpectedEndOfComment: 'a comment does not end',
  UnexpectedEndOfString: 'a text does not end: is it cut off?',
  UnexpectedEndOfNumber: 'a number is cut off',
  InvalidUnicode: 'a text has a broken \\u escape',
  InvalidEscapeCharacter: 'a backslash in a text escapes nothing',
  InvalidCharacter: 'a text has a character that has to be escaped',
};
