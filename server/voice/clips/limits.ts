// How large a clip may be: it is a word or a phrase.

export const longestClipSeconds = 15
/** In bytes: the longest clip at 48 kHz, two channels, 32 bits, and some. */
export const largestClip = 6_000_000
