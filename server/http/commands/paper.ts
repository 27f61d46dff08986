// Emergency numbers over HTTP: the sheets that are printed, and what is entered for them afterwards.
import { type Static, Type } from 'typebox'
import type { Command } from '../../hall/command.ts'
import {
  checkOf,
  type Entered,
  MOST_SHEETS,
  paperPrefix,
  type PaperTime,
  paperTimes,
  type Standing,
} from '../../hall/emergency.ts'
import type { Event } from '../../hall/event.ts'
import { dayAfter } from '../../hall/hours.ts'
import { MOST_DAYS_BACK } from '../../hall/paper/paper.ts'
import { isRefusal } from '../../hall/refusal.ts'
import { newId } from '../../ids.ts'
import { iso } from '../../live/context.ts'
import type { PaperBook } from '../../paper/book.ts'
import { isDay, minuteIn } from '../../time-zone.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import type { Code } from '../ground/codes.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Day, NumberText } from '../ground/schemas.ts'
import {
  Because,
  DayState,
  Entry,
  Noted,
  NotedBody,
  Overview,
  Printed,
  range,
  SheetState,
  sheetView,
  SlipNumber,
  wallClock,
} from './paper-shapes.ts'

/** What entering and correcting may refuse. */
const wrongs = [
  'unknown-paper-number',
  'wrong-check-digit',
  'day-not-enterable',
  'sheet-of-other-day',
  'sheet-printed-later',
  'unknown-service',
  'service-not-then',
  'unknown-counter',
  'not-served-here',
  'unknown-requirement',
  'missing-without-incomplete',
  'no-time',
  'not-served-but-started',
  'time-outside-day',
  'times-reversed',
  'time-in-future',
  'clock-suspect',
  'paper-changed',
  'storage-unavailable',
] as const satisfies Code[]

/** An entry, who made it and when. */
interface EntryOf extends Pick<Standing, 'of' | 'entry'> {
  readonly recorded: Pick<Standing['recorded'], 'at' | 'by'>
}

/** How often a command is built again because the record had grown meanwhile. */
const MOST_TRIES = 8
const MOST_RUNS = 50

/** Adds `/api/paper/…`. */
export function addPaper(app: App, door: HallDoor, book: PaperBook): void {
  const { context } = door
  const { hall } = context
  const tags = ['paper']
  const schema = <Id extends string>(operationId: Id, summary: string) =>
    ({ operationId, summary, tags }) as const

  app.get(
    '/api/paper',
    {
      schema: {
        ...schema('readPaper', 'What was printed, and for which days something was entered'),
        response: {
          200: Overview,
        },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => {
      const runs = book.runs()
      return {
        prefix: paperPrefix(hall.layout.plan),
        today: hall.day,
        firstDay: later(book.firstDay(), dayAfter(hall.day, -MOST_DAYS_BACK)),
        lastSheet: Math.max(0, ...runs.map(({ to }) => to)),
        isPractice: context.trainsUntil() !== null || context.clockOffset !== 0,
        runs: runs
          .filter(({ lost }) => !lost)
          .slice(-MOST_RUNS)
          .toReversed()
          .map(({ from, to, at, by }) => ({ from, to, at: iso(at), by: nameOf(by) })),
      }
    },
  )

  app.post(
    '/api/paper/sheets',
    {
      schema: {
        ...schema('printPaper', 'Make new sheets of emergency numbers, to be printed and cut'),
        body: meantBody({ sheets: Type.Integer({ minimum: 1, maximum: MOST_SHEETS }) }),
        response: { 200: Printed },
      },
      config: { key: 'honoured', problems: ['paper-changed', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { sheets } = request.body
      const make = () => ({ type: 'print-paper', sheets, ground: book.ground('') }) as const
      const order = { command: make(), by: actorOf(request) }
      return ask(fresh(make), request, reply, order, (event) => {
        if (event?.type !== 'paper-printed') throw new Error('sheets were made and are not there')
        const { prefix, from, to, slips } = event
        return { prefix, sheets: range(from, to).map((sheet) => sheetView({ prefix, slips }, sheet)) }
      })
    },
  )

  app.get(
    '/api/paper/sheets/:sheet',
    {
      schema: {
        ...schema('readPaperSheet', 'A sheet, and what was entered for its numbers'),
        params: Type.Object({ sheet: NumberText('The number of the sheet') }, closed),
        response: {
          200: SheetState,
        },
      },
      config: { problems: ['unknown-paper-number', 'storage-unavailable'] },
    },
    async ({ params }, reply) => {
      const sheet = Number(params.sheet)
      const run = book.runs().find(({ from, to }) => from <= sheet && sheet <= to)
      if (!run) return refuse(reply, 'unknown-paper-number', { members: { about: params.sheet } })
      const entries = book.ofSheet(sheet)
      const { slips, ...view } = sheetView(run, sheet)
      return {
        ...view,
        prefix: run.prefix,
        day: entries[0]?.of ?? null,
        slips: slips.map((one) => {
          const found = entries.find(({ entry }) => entry.slip === one.slip)
          return { ...one, entry: found ? entryView(found) : null }
        }),
      }
    },
  )

  app.get(
    '/api/paper/days/:day',
    {
      schema: {
        ...schema('readPaperDay', 'What there was on a day, and what was entered for it'),
        params: Type.Object({ day: Day('The day') }, closed),
        response: {
          200: DayState,
        },
      },
      config: { problems: ['day-not-enterable', 'storage-unavailable'] },
    },
    async ({ params: { day } }, reply) => {
      if (!isDay(day) || day > hall.day || day < book.firstDay())
        return refuse(reply, 'day-not-enterable', { members: { about: day } })
      const layouts = book.layouts(day)
      const all = <T extends { readonly id: string }>(of: (nth: number) => Iterable<T>): T[] => [
        ...new Map(
          layouts.flatMap((_, nth) => [...of(layouts.length - 1 - nth)]).map((one) => [one.id, one]),
        ).values(),
      ]
      return {
        day,
        services: all((nth) => layouts[nth]?.services.values() ?? []).map(
          ({ id, name, agency, requirements }) => ({
            id,
            name,
            agency,
            requirements: requirements.map((one) => ({ id: one.id, name: one.name })),
          }),
        ),
        counters: all((nth) => layouts[nth]?.counters.values() ?? []).map(({ id, label, name, agency }) => ({
          id,
          label,
          name,
          agency,
        })),
        agencies: all((nth) => layouts[nth]?.agencies.values() ?? []).map(({ id, short, name }) => ({
          id,
          short,
          name,
        })),
        entries: book.ofDay(day).map(entryView),
      }
    },
  )

  app.post(
    '/api/paper/entries',
    {
      schema: {
        ...schema(
          'enterPaper',
          'Enter what happened to who held an emergency number, for today or a day before',
        ),
        body: meantBody({ day: Day('The day'), number: SlipNumber, ...Noted }),
        response: { 200: Type.Object({ entry: Entry }, closed) },
      },
      config: { key: 'honoured', problems: [...wrongs, 'already-entered'] },
    },
    async (request, reply) => {
      const { day, number, ...noted } = request.body
      if (!isDay(day)) return refuse(reply, 'bad-request', { members: { property: 'day' } })
      const visit = newId()
      const make = () => entering(visit, day, number, noted, null)
      const order = { command: make(), by: actorOf(request) }
      return ask(fresh(make), request, reply, order, (event) => ({ entry: viewOf(event, request) }))
    },
  )

  app.post(
    '/api/paper/entries/:number/correct',
    {
      schema: {
        ...schema('correctPaper', 'What was entered for this number is taken back, and this counts instead'),
        params: Type.Object({ number: SlipNumber }, closed),
        body: meantBody({ day: Day('The day'), ...Noted, ...Because }),
        response: { 200: Type.Object({ entry: Entry }, closed) },
      },
      config: { key: 'honoured', problems: [...wrongs, 'nothing-entered'] },
    },
    async (request, reply) => {
      const { day, reason, words, ...noted } = request.body
      const { number } = request.params
      if (!isDay(day)) return refuse(reply, 'bad-request', { members: { property: 'day' } })
      const [visit, note] = [newId(), words === undefined ? null : newId()]
      const make = () => entering(visit, day, number, noted, { reason, note })
      const notes = note === null || words === undefined ? [] : [{ id: note, text: words }]
      const order = { command: make(), by: actorOf(request), notes }
      // The key is kept with the first event, which is the taking back.
      return ask(fresh(make), request, reply, order, (event) => {
        const counts = event?.type === 'paper-taken-back' ? standingOf(event.entry) : undefined
        return counts ? { entry: entryView(counts) } : refuse(reply, 'nothing-entered')
      })
    },
  )

  app.post(
    '/api/paper/entries/:number/take-back',
    {
      schema: {
        ...schema('takeBackPaper', 'What was entered for this number does not count any more'),
        params: Type.Object({ number: SlipNumber }, closed),
        body: meantBody(Because),
        response: { 200: Type.Object({}, closed) },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-paper-number',
          'wrong-check-digit',
          'nothing-entered',
          'day-not-enterable',
          'paper-changed',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { reason, words } = request.body
      const { number } = request.params
      const note = words === undefined ? null : newId()
      const make = () =>
        ({
          type: 'take-back-paper',
          number,
          because: { reason, note },
          ground: book.ground(number),
        }) as const
      const notes = note === null || words === undefined ? [] : [{ id: note, text: words }]
      return ask(fresh(make), request, reply, { command: make(), by: actorOf(request), notes }, () => ({}))
    },
  )

  /** The loop, with the command built again if the record has grown meanwhile. */
  function fresh(make: () => Command): HallDoor {
    const { dispatch } = door
    const again: HallDoor['dispatch'] = Object.assign(
      async (request: Parameters<typeof dispatch>[0]) => {
        let outcome = await dispatch(request)
        for (let tries = 1; tries < MOST_TRIES; tries += 1) {
          if (!isRefusal(outcome) || outcome.refused !== 'paper-changed') break
          outcome = await dispatch({ ...request, command: make() })
        }
        return outcome
      },
      { idle: dispatch.idle, isSound: dispatch.isSound },
    )
    return { ...door, dispatch: again }
  }

  function entering(
    visit: string,
    day: string,
    number: string,
    noted: Static<typeof NotedBody>,
    instead: Extract<Command, { type: 'enter-paper' }>['instead'],
  ) {
    const { service, counter, priority, outcome, missing } = noted
    const minutes = paperTimes.map((field) => [field, minuteOf(noted[field])])
    const entered: Entered = {
      number,
      service,
      counter: counter ?? null,
      priority: priority ?? false,
      times: Object.fromEntries(minutes) as Record<PaperTime, number | null>,
      outcome,
      missing: missing ?? [],
    }
    const ground = book.ground(number)
    return {
      type: 'enter-paper',
      visit,
      entered,
      on: book.dayOf(day, number, service),
      ground,
      instead,
    } as const
  }

  /** What counts now for the slip of an entry that was taken back. */
  function standingOf({ sheet, slip }: { sheet: number; slip: number }): Standing | undefined {
    return book.ofSheet(sheet).find(({ entry }) => entry.slip === slip)
  }

  function viewOf(event: Event | null, request: Parameters<typeof actorOf>[0]): Static<typeof Entry> {
    if (event?.type !== 'paper-entered') throw new Error('something was entered and is not there')
    const { of, entry } = event
    const found = standingOf(entry)
    // A repeat finds what it made, even if that has been taken back since.
    const isThere = found?.entry.visit === entry.visit
    return entryView(isThere ? found : { of, entry, recorded: { at: context.now(), by: actorOf(request) } })
  }

  function entryView({ of, entry, recorded: { at, by } }: EntryOf): Static<typeof Entry> {
    const { number, sheet, slip, service, agency, counter, priority, outcome, missing } = entry
    const time = (instant: number | null) => (instant === null ? null : wallClock(minuteIn(zone(), instant)))
    return {
      number,
      check: checkOf(sheet, slip),
      sheet,
      slip,
      day: of,
      service,
      agency,
      counter,
      priority,
      arrived: time(entry.arrivedAt),
      called: time(entry.calledAt),
      started: time(entry.startedAt),
      ended: time(entry.endedAt),
      outcome,
      missing,
      enteredAt: iso(at),
      enteredBy: nameOf(by),
    }
  }

  function nameOf(by: string): string | null {
    return by.startsWith('staff:') ? (context.staff(by.slice('staff:'.length))?.name ?? null) : null
  }

  function zone(): string {
    return hall.layout.base.timeZone
  }
}

function minuteOf(time: string | null | undefined): number | null {
  if (time === null || time === undefined) return null
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
