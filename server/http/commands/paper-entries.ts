// What is entered afterwards for emergency numbers, over HTTP: an entry, its correction, and taking it back.
import { type Static, Type } from 'typebox'
import type { Command } from '../../hall/command.ts'
import { type Entered, type PaperTime, paperTimes, type Standing } from '../../hall/emergency.ts'
import type { Event } from '../../hall/event.ts'
import { isRefusal } from '../../hall/refusal.ts'
import { newId } from '../../ids.ts'
import type { PaperBook } from '../../paper/book.ts'
import { isDay } from '../../time-zone.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import type { Code } from '../ground/codes.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Day, Nothing } from '../ground/schemas.ts'
import { Because, Entry, entryView, Noted, NotedBody, SlipNumber } from './paper-shapes.ts'

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

/** How often a command is built again because the record had grown meanwhile. */
const MOST_TRIES = 8

/** Adds `/api/paper/entries` and what is below it. */
export function addPaperEntries(app: App, door: HallDoor, book: PaperBook): void {
  const { context } = door
  const schema = <Id extends string>(operationId: Id, summary: string) =>
    ({ operationId, summary, tags: ['paper'] }) as const

  app.post(
    '/api/paper/entries',
    {
      schema: {
        ...schema(
          'enterPaper',
          'Enter what happened to the holder of an emergency number, today or on an earlier day',
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
      return ask(fresh(door, make), request, reply, order, (event) => ({ entry: viewOf(event, request) }))
    },
  )

  app.post(
    '/api/paper/entries/:number/correct',
    {
      schema: {
        ...schema('correctPaper', 'Replace what was entered for this number'),
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
      return ask(fresh(door, make), request, reply, order, (event) => {
        const counts = event?.type === 'paper-taken-back' ? standingOf(event.entry) : undefined
        return counts ? { entry: entryView(context, counts) } : refuse(reply, 'nothing-entered')
      })
    },
  )

  app.post(
    '/api/paper/entries/:number/take-back',
    {
      schema: {
        ...schema('takeBackPaper', 'Take back what was entered for this number'),
        params: Type.Object({ number: SlipNumber }, closed),
        body: meantBody(Because),
        response: { 200: Nothing },
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
      return ask(
        fresh(door, make),
        request,
        reply,
        { command: make(), by: actorOf(request), notes },
        () => ({}),
      )
    },
  )

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
    return entryView(
      context,
      isThere ? found : { of, entry, recorded: { at: context.now(), by: actorOf(request) } },
    )
  }
}

/** The loop, with the command built again if the record has grown meanwhile. */
export function fresh(door: HallDoor, make: () => Command): HallDoor {
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

function minuteOf(time: string | null | undefined): number | null {
  if (time === null || time === undefined) return null
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
