/** Control characters (C0 but tab and line breaks, DEL, C1), U+FFFD (what a decoder puts for a wrong byte) and noncharacters. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/;

/** True where a cell's text may be kept: no control character, no half of a surrogate pair, nothing lost in decoding. */
export const isReadable = (text: string): boolean => text.isWellFormed() && !UNREADABLE.test(text);
