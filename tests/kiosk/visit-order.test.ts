// The kiosk's order of a visit is the server's, for every visit that can be chosen; and it can be followed.
import { describe, expect, it } from 'vitest'
import { walkingOrder, waitsFor, type Ordered } from '../../kiosk-ui/visit-order.ts'
import { layOut } from '../../server/hall/layout.ts'
import { order } from '../../server/hall/visit/order.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { createRandom } from '../property/prng.ts'

const service = (id: string, after: string[] = [], papers: [string, string][] = []): Ordered => ({
  id,
  after,
  requirements: papers.map(([paper, issuedBy]) => ({ id: paper, name: { id: paper, en: paper }, issuedBy })),
})

describe('waitsFor', () => {
  it('puts a service after another when the plan says so, and both are chosen', () => {
    const [kk, ktp] = [service('kk'), service('ktp', ['kk', 'absent'])]
    expect(waitsFor([ktp, kk], [])).toEqual([[1], []])
    expect(waitsFor([ktp], [])).toEqual([[]])
  })

  it('puts a service after the one that issues a paper it lacks', () => {
    const [kk, sim] = [service('kk'), service('sim', [], [['paper-kk', 'kk']])]
    expect(waitsFor([sim, kk], [])).toEqual([[], []])
    expect(waitsFor([sim, kk], ['paper-kk'])).toEqual([[1], []])
  })

  it('leaves out the order that would close a circle', () => {
    const a = service('a', [], [['paper-b', 'b']])
    const b = service('b', [], [['paper-a', 'a']])
    expect(waitsFor([a, b], ['paper-a', 'paper-b'])).toEqual([[1], []])
    expect(waitsFor([b, a], ['paper-a', 'paper-b'])).toEqual([[1], []])
  })

  it('is what the server decides, for random visits to random halls', () => {
    const seed = Math.floor(Math.random() * 2 ** 32)
    const random = createRandom(seed)
    const all = karangasem.services
    for (let round = 0; round < 300; round += 1) {
      // The plan's own order never has a circle: only earlier services are named.
      const services = all.map((one, place) => ({
        ...one,
        after: place > 0 && random.oneIn(3) ? [random.pick(all.slice(0, place)).id] : [],
        requirements: one.requirements.map((paper) => ({
          ...paper,
          issuedBy: random.oneIn(2) ? random.pick(all).id : null,
        })),
      }))
      const plan: Plan = { ...karangasem, services }
      const first = random.int(all.length - 8)
      const chosen = random.some(services.slice(first, first + 8), 8)
      const missing = [...new Set(chosen.flatMap(({ requirements }) => requirements.map(({ id }) => id)))]
      const lacks = (id: string) =>
        missing.filter((paper) =>
          chosen.some((one) => one.id === id && one.requirements.some((r) => r.id === paper)),
        )
      const ids = chosen.map(({ id }) => id)
      const mine = waitsFor(chosen, missing)
      expect(mine, `seed ${seed}`).toEqual(order(layOut(plan), ids, lacks))
      const walked = walkingOrder(mine)
      expect(walked.toSorted((a, b) => a - b)).toEqual(ids.map((_, place) => place))
      mine.forEach((before, place) => {
        for (const earlier of before) expect(walked.indexOf(earlier)).toBeLessThan(walked.indexOf(place))
      })
    }
  })
})

describe('walkingOrder', () => {
  it('keeps what was chosen first where nothing speaks against it', () => {
    expect(walkingOrder([[], [], []])).toEqual([0, 1, 2])
    expect(walkingOrder([[2], [], []])).toEqual([2, 0, 1])
  })
})
