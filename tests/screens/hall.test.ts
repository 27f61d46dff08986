// The hall's data on a screen: there in the end, and never older than what the views refer to.
import { afterEach, expect, it } from 'vitest'
import type { Outcome } from '../../screens/command.ts'
import { timeZone } from '../../screens/format.ts'
import { loadHall } from '../../screens/hall.ts'
import type { HallAnswer } from '../../server/live/hall.ts'
import { fakeTime } from './fake-time.ts'

const text = (words: string) => ({ id: words, en: words })
const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }

function hallOf(plan: number): HallAnswer {
  return {
    plan,
    name: text('Balai'),
    address: text('Jalan'),
    timeZone: 'Asia/Makassar',
    languages: ['id', 'en'],
    operation: 'trial',
    hours: week,
    holidays: [],
    priority: true,
    agencies: [{ id: 'dukcapil', name: text(`Dukcapil ${plan}`), short: 'Dukcapil' }],
    zones: [],
    services: [],
    counters: [],
    bundles: [],
    secondCallSeconds: null,
    reasons: { pause: [], hold: [], call: [], finish: [] },
  }
}

const offline: Outcome<HallAnswer> = {
  ok: false,
  problem: { status: 0, code: 'offline', title: '', detail: '' },
}
const settle = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

function screen(...answers: (number | null)[]) {
  const time = fakeTime()
  let asked = 0
  const hall = loadHall({
    after: time.after,
    fetchHall() {
      const plan = answers[Math.min(asked, answers.length - 1)]
      asked += 1
      return Promise.resolve(typeof plan === 'number' ? { ok: true, data: hallOf(plan) } : offline)
    },
  })
  return { hall, time, asked: () => asked }
}

afterEach(() => {
  timeZone.value = undefined
})

it('is loaded once, looked up by id, and sets the time zone', async () => {
  const { hall, asked } = screen(1)
  await settle()
  hall.seen(1)
  hall.seen(1)
  expect(hall.agencies.value.get('dukcapil')?.name.id).toBe('Dukcapil 1')
  expect(timeZone.value).toBe('Asia/Makassar')
  expect(asked()).toBe(1)
})

it('is asked for again until a server that starts later answers', async () => {
  const { hall, time } = screen(null, null, 1)
  await settle()
  time.pass(2_000)
  await settle()
  expect(hall.answer.value).toBeNull()
  time.pass(2_000)
  await settle()
  expect(hall.answer.value?.plan).toBe(1)
})

it('is loaded again when a view speaks of another plan, pausing while the answer is not it yet', async () => {
  const { hall, time, asked } = screen(1, 1, 2)
  await settle()
  hall.seen(2)
  hall.seen(2)
  await settle()
  expect([hall.answer.value?.plan, asked()]).toEqual([1, 2])
  time.pass(2_000)
  await settle()
  expect(hall.agencies.value.get('dukcapil')?.name.id).toBe('Dukcapil 2')
  expect(asked()).toBe(3)
})
