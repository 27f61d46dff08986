// The process that computes forecasts: the built one that is killed while it works, and doubles that hang, are late or talk nonsense.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createForecaster } from '../../server/forecast/hall/forecaster.ts'
import { foresee } from '../../server/forecast/hall/follow.ts'
import { Receiver, Sender } from '../../server/forecast/hall/sent.ts'
import { openForesight } from '../../server/store/foresight.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { openDatabase } from '../../server/store/open.ts'
import { replaceDay } from '../../server/store/tables/facts-portions.ts'
import type { WorkerProcess } from '../../server/worker/process.ts'
import { aFact } from '../figures/a-fact.ts'
import { open, take } from '../rules/commands.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { buildWorker } from '../voice/built-worker.ts'

afterEach(() => void vi.useRealTimers())

const story = given(rulesPlan, '08:00', open('loket-3'), take('a', ['skck']))
const now = story.hall.at
const told = foresee(story.hall, now, undefined, 5)
/** As its process sends it the first time: with the quiet hours. */
const sent = () => new Sender().of(told)

/** A forecaster whose process does with each question what the test says; `answer` may come whenever it likes. */
function processThat(does: (id: number, answer: (said: object) => void, end: () => void) => void) {
  const warned: string[] = []
  const counts = { started: 0, stopped: 0 }
  const forecaster = createForecaster({
    dataDir: '/nowhere',
    workerUrl: new URL('file:///nowhere'),
    warn: ({ why }: { why?: string }) => void warned.push(String(why)),
    limitMs: 10_000,
    spawn: (): WorkerProcess => {
      counts.started += 1
      let hear: (message: unknown) => void = () => {}
      let end: (why: string) => void = () => {}
      return {
        post: (message) => {
          const { id } = message as { id: number }
          setImmediate(() =>
            does(
              id,
              (said) => hear({ id, ...said }),
              () => end('SIGKILL'),
            ),
          )
        },
        onMessage: (listener) => (hear = listener),
        onEnd: (listener) => (end = listener),
        stop: () => (counts.stopped += 1),
      }
    },
  })
  onTestFinished(forecaster.close)
  const ask = () => forecaster.foresee(now).catch((error: unknown) => String(error))
  return { ask, warned, counts }
}

describe('[K20] the queue never waits for a forecast: of a process that', () => {
  const figures = (at: number, figure: number) => sent().figures.with(at, figure)
  const perService = sent().figures.length - 6
  it.each<[string, unknown]>([
    ['text', 'soon'],
    ['no lines', { ...sent(), services: undefined }],
    ['a wait that is no number', { ...sent(), figures: figures(1, Number.NaN) }],
    ['a wait without end', { ...sent(), figures: figures(2, Infinity) }],
    ['waits in words', { ...sent(), figures: [...sent().figures].map(String) }],
    ['a wait of yesterday', { ...sent(), figures: figures(3, -5) }],
    ['a wait that rests on more than there is', { ...sent(), figures: figures(0, 1e9) }],
    ['a wait that rests on less than nothing', { ...sent(), figures: figures(0, -2) }],
    ['half of a line', { ...sent(), figures: figures(perService + 1, Number.NaN) }],
    ['too little', { ...sent(), figures: sent().figures.slice(0, -1) }],
    ['too much', { ...sent(), figures: Float64Array.of(...sent().figures, 1) }],
    ['more people than waits', { ...sent(), steps: `${sent().steps}\nz.1` }],
    ['a quiet hour without times', { ...sent(), quiet: new Map([['skck', { hour: 9, waits: new Map() }]]) }],
    ['no advice', { ...sent(), advice: null }],
    ['advice without a time', { ...sent(), advice: { ...told.advice, stops: new Map([['skck', null]]) } }],
    ['no moment', { ...sent(), at: Number.NaN }],
    ['a list', []],
  ])('answers nonsense (%s) is ended, and the next is asked', async (_, foresight) => {
    let isWell = false
    const { ask, counts } = processThat((_id, answer) => answer({ foresight: isWell ? sent() : foresight }))
    expect(await ask()).toBe('Error: the forecast answered nonsense')
    isWell = true
    expect(await ask()).toEqual(told)
    expect(counts).toEqual({ started: 2, stopped: 1 })
  })

  it('hangs is ended, what it says afterwards is not heard, and the log is told once of each reason', async () => {
    vi.useFakeTimers()
    const late: (() => void)[] = []
    let hangs = true
    const { ask, counts, warned } = processThat((_id, answer) => {
      if (hangs) late.push(() => answer({ foresight: null }))
      else answer({ foresight: sent() })
    })
    const limit = 'the forecast took longer than 10000 ms'
    for (const started of [1, 2, 3]) {
      const answer = ask()
      await vi.advanceTimersByTimeAsync(10_001)
      expect([await answer, counts.started]).toEqual([`Error: ${limit}`, started])
    }
    expect(warned).toEqual([limit])
    hangs = false
    const answer = ask()
    for (const say of late) say()
    await vi.advanceTimersByTimeAsync(10)
    expect(await answer).toEqual(told)
    hangs = true
    const again = ask()
    await vi.advanceTimersByTimeAsync(10_001)
    await again
    expect(warned).toEqual([limit, limit])
  })
})

it('[K20] the queue never waits for a forecast: what is the same all day is sent once, and whoever begins is sent it again', () => {
  const quiet = { hour: 9, waits: new Map([[9, 4]]), times: [{ weekday: 2, hour: 9, minutes: 3 }] }
  const knows = (hour: number) => ({
    ...told,
    newcomers: new Map([...told.newcomers].map(([id, one]) => [id, { ...one, quiet: { ...quiet, hour } }])),
  })
  const [first, second] = [knows(9), knows(10)]
  const [sender, receiver] = [new Sender(), new Receiver()]
  expect(receiver.read(sender.of(first))).toEqual(first)
  const again = sender.of(first)
  expect(again.quiet).toBeNull()
  expect(receiver.read(again)).toEqual(first)
  expect(receiver.read(sender.of(second))).toEqual(second)
  expect(receiver.read(new Sender().of(first))).toEqual(first)
  expect(receiver.read(sender.of(told))).toEqual(told)
  expect(receiver.read(null)).toBeNull()
})

/** A data folder with that hall in it, and what it learnt on three days, of which yesterday can't be read. */
function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-forecast-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const db = openDatabase(dir)
  db.pragma('synchronous = OFF')
  const past = { '2026-11-10': 14, '2026-11-17': 7, '2026-11-23': 1 }
  const records = Object.entries(past).flatMap(([day, ago]) =>
    given(rulesPlan, '08:00').records.map((one) => ({ ...one, day, at: one.at - ago * 86_400_000 })),
  )
  makeJournal(db).append({
    records: [...records, ...story.records].map((one, nth) => ({ ...one, seq: nth + 1 })),
  })
  for (const day of Object.keys(past)) {
    const facts = Array.from({ length: 12 }, (_, nth) =>
      aFact({ day, step: `${nth}.1`, visit: `${nth}`, service: 'skck', hour: 9 + 2 * (nth % 2) }),
    )
    const of = { version: 1, madeOf: '', carries: false }
    replaceDay(db, { day, facts, spans: [], names: [], hours: null }, of)
  }
  db.exec(`UPDATE facts SET missing = '[tru' WHERE day = '2026-11-23'`)
  db.close()
  return dir
}

it('[K20] the queue never waits for a forecast: a process that is killed at work is followed by another, and what is damaged teaches nothing', async () => {
  const dir = folder()
  const source = openForesight(dir)
  expect(source.days('2026-11-24', 5).map((day) => source.factsOf(day).length)).toEqual([12, 12, 0])
  source.close()
  const worker = await buildWorker('server/forecast/hall/forecast-worker.ts')
  onTestFinished(worker.remove)
  // The first one dies at its first question as by kill -9.
  const first = join(dir, 'first')
  const program = join(dir, 'worker.mjs')
  writeFileSync(
    program,
    `import { existsSync, writeFileSync } from 'node:fs'
const first = ${JSON.stringify(first)}
if (existsSync(first)) await import(${JSON.stringify(worker.url.href)})
else process.on('message', () => {
  writeFileSync(first, '')
  process.kill(process.pid, 'SIGKILL')
})`,
  )
  const warned: string[] = []
  const forecaster = createForecaster({
    dataDir: dir,
    workerUrl: pathToFileURL(program),
    warn: ({ why }: { why?: string }) => void warned.push(String(why)),
  })
  onTestFinished(forecaster.close)
  await expect(forecaster.foresee(now)).rejects.toThrow('SIGKILL')
  const foresight = await forecaster.foresee(now)
  expect(foresight?.steps.get('a.1')).not.toBeNull()
  // All that a hall can tell is taken for what it is.
  const { regular, quiet } = foresight?.newcomers.get('skck') ?? {}
  expect(regular?.median).toBeGreaterThan(0)
  expect(quiet).toMatchObject({ hour: 9, times: [{ weekday: 2 }, { weekday: 2 }] })
  expect(warned).toEqual([expect.stringContaining('SIGKILL')])
}, 60_000)
