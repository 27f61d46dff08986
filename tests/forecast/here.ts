// Forecasts without their process: the same work in the test's own, on a hall or on the data folder of one.
import type { Forecaster } from '../../server/forecast/hall/forecaster.ts'
import { followHall, foresee } from '../../server/forecast/hall/follow.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import type { Hall } from '../../server/hall/hall.ts'
import { openForesight } from '../../server/store/foresight.ts'

/** What computes the forecasts of the hall in `dataDir`. */
export function forecasterIn(dataDir: string): Forecaster {
  const source = openForesight(dataDir)
  const followed = followHall(source)
  return {
    foresee: (now) => Promise.resolve().then(() => followed.foresee(now)),
    close: () => source.close(),
  }
}

/** What a hall without earlier days tells after a forecast made at `now`, run forward so many times. */
export function toldOf(hall: Hall, now: number, draws = 40): Teller {
  const teller = new Teller(hall)
  teller.take(foresee(hall, now, undefined, draws))
  return teller
}
