// Emergency numbers over HTTP: the sheets that are printed, and a day with what the hall had then. What is entered for
// them afterwards is in `paper-entries.ts`.
import { Type } from 'typebox'
import { MOST_SHEETS, paperPrefix } from '../../hall/emergency.ts'
import { dayAfter } from '../../hall/hours.ts'
import { MOST_DAYS_BACK } from '../../hall/paper/paper.ts'
import { iso } from '../../live/context.ts'
import type { PaperBook } from '../../paper/book.ts'
import { isDay } from '../../time-zone.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Day, NumberText } from '../ground/schemas.ts'
import { addPaperEntries, fresh } from './paper-entries.ts'
import {
  DayState,
  entryView,
  nameOf,
  Overview,
  Printed,
  range,
  SheetState,
  sheetView,
} from './paper-shapes.ts'

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
        ...schema('readPaper', 'Which sheets were printed, and for which days something was entered'),
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
          .map(({ from, to, at, by }) => ({ from, to, at: iso(at), by: nameOf(context, by) })),
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
      return ask(fresh(door, make), request, reply, order, (event) => {
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
        ...schema('readPaperSheet', 'A sheet, with what was entered for its numbers'),
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
          return { ...one, entry: found ? entryView(context, found) : null }
        }),
      }
    },
  )

  app.get(
    '/api/paper/days/:day',
    {
      schema: {
        ...schema('readPaperDay', 'The counters and services of a day, and what was entered for it'),
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
        entries: book.ofDay(day).map((one) => entryView(context, one)),
      }
    },
  )

  addPaperEntries(app, door, book)
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
