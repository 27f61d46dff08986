// The week once more over a slow store (rule J6): whatever happens in it, a batch on its way shows nowhere, and the
// result is what its events alone make. A failing seed is printed; SEED=… plays it first.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Changes } from '../../server/hall/changes.ts'
import { evolve } from '../../server/hall/rules.ts'
import { emptyHall, type Hall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import { hallApp } from '../api/hall-app.ts'
import { mustBeSame, valuesOf } from './picture.ts'
import { createRandom } from './prng.ts'
import { THURSDAY, Week, weekPlan } from './week.ts'

const { SEED } = process.env

it.each(SEED ? [Number(SEED), 5] : [5])('[J6] nobody sees what is not on disk yet: seed %i', async (seed) => {
  const random = createRandom(seed)
  /** The hall made by the events that are on the disk. */
  const twin = emptyHall(layOut(weekPlan))
  const real: { hall?: Hall } = {}
  let compared = 0
  const compare = (when: string) => {
    if (!real.hall || !random.oneIn(5)) return
    compared += 1
    mustBeSame(when, valuesOf(twin), valuesOf(real.hall))
  }
  const hall = await hallApp({
    plan: weekPlan,
    at: THURSDAY + 7 * 3_600_000,
    store: (store) => ({
      ...store,
      async append(batch) {
        // The draft is taken back once this has answered.
        await Promise.resolve()
        compare('a batch is seen on its way')
        await nextTurn()
        await store.append(batch)
        for (const recorded of batch.records) evolve(twin, new Changes(), recorded)
        setImmediate(compare, 'the batch made something else')
      },
    }),
  })
  real.hall = hall.hall
  await new Week(hall, random).play()
  await hall.dispatch.idle()
  mustBeSame('the week ends otherwise', valuesOf(twin), valuesOf(hall.hall))
  expect(compared).toBeGreaterThan(50)
})
