// Emergency numbers in the journal: found by day and by sheet, without a look at all other events.
import { expect, it } from 'vitest'
import { standing } from '../../server/hall/paper/paper.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { golden, open } from './helper.ts'

it('finds what was entered for a day, whenever that was', () => {
  const db = open()
  const journal = makeJournal(db)
  journal.append({ records: golden })
  const found = journal.paperOf('2026-11-24')
  expect(found.map(({ day, event }) => [day, event.type, event.number])).toEqual([
    ['2026-11-25', 'paper-entered', 'DAR001-03'],
    ['2026-11-25', 'paper-entered', 'DAR001-04'],
    ['2026-11-25', 'paper-taken-back', 'DAR001-04'],
  ])
  expect(journal.paperOf('2026-11-25')).toEqual([])
  expect(journal.paperDays()).toEqual(['2026-11-24'])
  expect(journal.paperOfSheet(1)).toEqual(found)
  expect(journal.paperOfSheet(2)).toEqual([])
  expect(standing(found).map(({ of, entry }) => [of, entry.number])).toEqual([['2026-11-24', 'DAR001-03']])
})

it('finds the sheets that were printed, and where some may be missing', () => {
  const journal = makeJournal(open())
  journal.append({ records: golden })
  const types = journal.paperSheets().map(({ event }) => event.type)
  expect(types.filter((type) => type === 'paper-printed')).toHaveLength(1)
  expect(types).toContain('numbers-raised')
})

it('asks an index each time', () => {
  const db = open()
  const plan = (sql: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
  const entries = `SELECT * FROM events WHERE type IN ('paper-entered', 'paper-taken-back')`
  expect(plan(`${entries} AND json_extract(data, '$.of') = 'x' ORDER BY seq`)[0]).toContain('paper_days')
  expect(plan(`${entries} AND json_extract(data, '$.entry.sheet') = 1 ORDER BY seq`)[0]).toContain(
    'paper_slips',
  )
})
