// The moment in which something else takes the place of the open hall: another hall, a training, or the hall itself
// again. One at a time, and while it lasts nobody gets a number.
import { passwordsDone } from '../access/password.ts'
import type { Loop } from '../dispatch.ts'

export interface Turn {
  /** While it is true nothing is accepted. */
  isUnderWay(): boolean
  /**
   * Runs `work` while the loop rests. If it returns `turned`, the loop stays at rest and the server starts again; else
   * all goes on as before. Null: another one is under way.
   */
  take<T>(work: () => Promise<Worked<T>>): Promise<T | null>
}

export interface Worked<T> {
  readonly turned: boolean
  readonly answer: T
}

/** `again`: restarts the server, with whatever is then in place. */
export function createTurn(dispatch: Loop, again: () => void): Turn {
  let underWay = false
  return {
    isUnderWay: () => underWay,
    async take(work) {
      if (underWay) return null
      underWay = true
      let turned = false
      let goOn = () => {}
      try {
        // Passwords being chosen are kept; then the loop rests, and from here on nobody gets a number.
        await passwordsDone()
        goOn = dispatch.rest()
        await dispatch.idle()
        const worked = await work()
        turned = worked.turned
        if (turned) again()
        return worked.answer
      } finally {
        if (!turned) {
          goOn()
          underWay = false
        }
      }
    },
  }
}
