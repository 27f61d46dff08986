// How an announcement is made, in figures. They are part of a cached file's name, so that a change makes new sounds; a change
// of the code that changes the sound raises `edition`.

export const recipe = {
  edition: 1,
  /** What every announcement and every text in it measures, LUFS (EBU R 128's way, at the level of streaming). */
  loudness: -16,
  /** No wave rises above this, dBTP. */
  highestPeak: -1,
  /** How much softer the chime is than the speech, LU. */
  chimeSofter: 4,
  /** Seconds of silence between the chime and the first text. */
  pauseAfterChime: 0.1,
  /** Seconds of silence between two texts. */
  pauseBetween: 0.45,
  /** Seconds of silence where a sentence of clips has a comma. */
  pauseInClips: 0.18,
} as const
