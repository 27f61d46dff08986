// What a rehearsal's hall tells with its tickets: the same forecast as in a real hall, made by the hall's time instead of beside
// it, and run forward fewer times, as days have to pass in seconds.
import { noAdvice } from '../forecast/hall/advice.ts'
import { foresee } from '../forecast/hall/follow.ts'
import type { Tells } from '../forecast/hall/tells.ts'
import { Teller } from '../forecast/hall/told.ts'
import type { Hall } from '../hall/hall.ts'

/** A forecast is as old as this at most, and rests on so many draws. */
const AGE_MS = 150_000
const DRAWS = 20

export function tellAsPlayed(hall: Hall): Pick<Tells, 'toKeep'> {
  const teller = new Teller(hall)
  let madeAt = -Infinity
  return {
    toKeep(visit, index, now) {
      if (now - madeAt > AGE_MS || now < madeAt) {
        teller.take(foresee(hall, now, undefined, DRAWS, null, noAdvice))
        madeAt = now
      }
      return teller.toKeep(visit, index, now)
    },
  }
}
