// The golden journal: what was once written reads the same for ever. Lines are only ever added to it.
import { expect, it } from 'vitest'
import { eventSchemas } from '../../server/hall/event.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { makeShapeCheck } from '../../server/store/journal/check.ts'
import { golden, goldenLines, open } from './helper.ts'

it('holds every type of event', () => {
  const types = new Set<string>(golden.map(({ event }) => event.type))
  expect(Object.keys(eventSchemas).filter((type) => !types.has(type))).toEqual([])
})

it('fits the schemas, line by line', () => {
  const fault = makeShapeCheck()
  const faults = golden.flatMap(({ seq, by, event }) => ({ seq, fault: fault(event, by) }))
  expect(faults.filter((one) => one.fault !== null)).toEqual([])
})

it('goes through the database and comes back the same, to the letter', () => {
  const db = open()
  makeJournal(db).append({ records: golden })
  const lines = [...makeJournal(db).events(1)].map((recorded) => JSON.stringify(recorded))
  expect(lines).toEqual(goldenLines)
})
