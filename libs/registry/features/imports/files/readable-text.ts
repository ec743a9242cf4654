/**
 * Control characters (C0 except tab and line breaks, DEL, C1), U+FFFD (a decoder's replacement for a wrong byte) and
 * noncharacters.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/;

/** True when a cell's text can be stored: no control character, no unpaired surrogate, nothing lost in decoding. */
export const isReadable = (text: string): boolean => text.isWellFormed() && !UNREADABLE.test(text);
