// Whether a printer says when a slip is out (GS r 1). One that ever did is waited for: a slow one and a silent one look
// alike for some seconds, and who is called by a slip that never came out holds no number. It lasts as long as the
// link, and is learned by a look at the idle printer, before the first slip.

/** Missing answers in a row, while all else was well, after which a printer counts as mute. */
const MOST_MISSING = 3
/** Looks that ask before it has ever answered: one that does not know the question may print it as a letter. */
const MOST_ASKED = 3

export interface Echo {
  /** Nobody waits for its answer: it has never given one, or lately none. */
  isMute(): boolean
  /** Whether a look should ask as well. */
  shouldAsk(): boolean
  /** A look has asked. */
  asked(): void
  came(): void
  /** A slip was waited for to the end, with a good status and without the answer. */
  wasMissing(): void
  /** It was not well: once it is, it may be another printer. */
  wasBad(): void
}

/** Nothing known yet. */
export function createEcho(): Echo {
  let hasAnswered = false
  let missing = 0
  let asked = 0
  const isMute = () => !hasAnswered || missing >= MOST_MISSING
  return {
    isMute,
    shouldAsk: () => isMute() && asked < MOST_ASKED,
    asked: () => void (asked += 1),
    came() {
      hasAnswered = true
      missing = 0
    },
    wasMissing: () => void (missing += 1),
    wasBad: () => void (asked = 0),
  }
}
