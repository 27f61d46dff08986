// A slow store: while a batch is on its way, the hall and its clock are what they were; afterwards they are what the
// batch made of them, or still what they were (rule J6).
import { expect, test, vi } from 'vitest'
import { pictureOf } from '../property/picture.ts'
import { HOUR, loop, MINUTE, morning, ticket } from './loop.ts'

/** The next append is held until the result is called. */
async function held(state: ReturnType<typeof loop>['state']): Promise<(well: boolean) => void> {
  const ends: ((well: boolean) => void)[] = []
  state.slow = (end) => void ends.push(end)
  await vi.waitFor(() => expect(ends).toHaveLength(1), 20_000)
  state.slow = null
  return (well) => ends[0]?.(well)
}

async function newDay(well: boolean) {
  const { hall, state, give, refold } = loop()
  await Promise.all([give(ticket()), give(ticket(['skck']))])
  state.now += 24 * HOUR
  const before = pictureOf(hall)
  const given = Promise.all([give(ticket()), give(ticket(['ktp']))])
  const end = await held(state)
  expect(pictureOf(hall)).toEqual(before)
  end(well)
  return { hall, before, give, refold, answers: await given }
}

test('[J6] nobody sees what is not on disk yet: a new day and its tickets come all at once', async () => {
  const { hall, refold } = await newDay(true)
  expect([hall.day, hall.visits.size]).toEqual(['2026-11-25', 2])
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})

test('[J6] nobody sees what is not on disk yet: a new day and its tickets do not exist if they could not be stored', async () => {
  const { hall, before, give, refold, answers } = await newDay(false)
  expect(answers).toEqual([{ refused: 'storage-unavailable' }, { refused: 'storage-unavailable' }])
  expect(pictureOf(hall)).toEqual(before)
  await give(ticket())
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})

test.each([true, false])(
  '[J6] nobody sees what is not on disk yet: a time that is confirmed holds once it is on the disk: %s',
  async (well) => {
    const { hall, clock, state, give } = loop()
    await give(ticket())
    state.leapt = -2 * HOUR
    clock.hear(hall, 'device:d1', morning)
    const before = clock.time(hall)
    expect([before.state, before.suspect]).toEqual(['behind', true])
    const given = give({ type: 'confirm-clock' }, { by: 'staff:s1' })
    const end = await held(state)
    expect(clock.time(hall)).toMatchObject({ state: 'behind', suspect: true })
    state.now += 3 * MINUTE
    expect(clock.time(hall).now - before.now).toBeCloseTo(3 * MINUTE, -1)
    end(well)
    await given
    const after = clock.time(hall)
    expect(after.state).toBe(well ? 'right' : 'behind')
    // The minutes that the disk took have passed, by whichever count.
    const since = well ? hall.at : before.now
    expect(Math.abs(after.now - since - 3 * MINUTE)).toBeLessThan(1_000)
  },
)

test('[J6] nobody sees what is not on disk yet: a command that fails in a held batch leaves the others their time', async () => {
  const { hall, state, give, isSound } = loop()
  await give(ticket())
  const broken = { type: 'take-visit', visit: 'v', token: 't' } as never
  const given = Promise.allSettled([give(broken), give(ticket())])
  const end = await held(state)
  end(true)
  const [first, second] = await given
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
  expect([isSound(), hall.visits.size]).toEqual([true, 2])
})

test('[J6] nobody sees what is not on disk yet: a confirmation that breaks in a held batch leaves the clock in doubt', async () => {
  const { hall, clock, state, give } = loop()
  await give(ticket())
  state.now += HOUR
  state.leapt = 24 * HOUR
  expect(clock.time(hall).suspect).toBe(true)
  const { numbers } = state
  Object.defineProperty(state, 'numbers', {
    configurable: true,
    get: () => {
      throw new Error('the table is damaged')
    },
  })
  const open = { type: 'open-counter', counter: 'loket-1', staff: 's1', mayHoldSeveral: false } as const
  const confirm = { type: 'confirm-clock' } as const
  const given = Promise.allSettled([give(confirm, { by: 'staff:m' }), give(ticket()), give(open)])
  const end = await held(state)
  Object.defineProperty(state, 'numbers', { value: numbers, writable: true })
  end(true)
  const [broken, number, opened] = await given
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'the table is damaged' } })
  expect(number).toMatchObject({ value: { refused: 'clock-suspect' } })
  expect(opened).toMatchObject({ value: { event: { type: 'counter-opened' } } })
  expect([clock.time(hall).suspect, hall.day]).toEqual([true, '2026-11-24'])
})

test('[J6] nobody sees what is not on disk yet: a command that comes as one batch ends is not overtaken by the next', async () => {
  const { hall, state, give, batches, refold } = loop()
  let after: Promise<unknown> | undefined
  let appends = 0
  state.slow = (end) => {
    appends += 1
    // Once this batch is under way, and before anything else has its turn.
    if (appends === 2) queueMicrotask(() => (after = give(ticket())))
    setTimeout(() => end(true), 20)
  }
  await give(ticket())
  await give(ticket())
  await after
  expect(appends).toBe(3)
  expect([...hall.visits.values()].map(({ number }) => number)).toEqual(['A001', 'A002', 'A003'])
  expect(batches.at(-1)?.records).toHaveLength(1)
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})
