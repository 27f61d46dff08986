// Reading days back, and older shapes of events.
import { describe, expect, it } from 'vitest'
import { makeJournal } from '../../server/store/journal/append.ts'
import { makeReader, makeUpcast } from '../../server/store/journal/read.ts'
import { events, golden, open, thrown } from './helper.ts'

const [, tuesday, wednesday] = golden.flatMap(({ seq, event }) => (event.type === 'day-opened' ? [seq] : []))
/** The third day was closed wrongly and opened again. */
const reopened = golden.flatMap(({ seq, event }) =>
  event.type === 'day-reopened' ? [{ seq, to: event.to }] : [],
)[0] ?? { seq: 0, to: 0 }
const seqs = (records: Iterable<{ seq: number }>) => [...records].map(({ seq }) => seq)
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

function filled() {
  const db = open()
  const journal = makeJournal(db)
  journal.append({ records: golden })
  return { db, journal }
}

describe('days', () => {
  it('has nothing to say of an empty journal', () => {
    const journal = makeJournal(open())
    expect(journal.lastSeq()).toBe(0)
    expect(journal.days()).toEqual([])
    expect([
      ...journal.currentDay(),
      ...journal.dayBefore(),
      ...journal.eventsOfDayLabel('2026-11-24'),
    ]).toEqual([])
  })

  it('reads the current day and the one before it, each from its opening, without a close that was none', () => {
    const { journal } = filled()
    expect(seqs(journal.dayBefore())).toEqual(range(tuesday ?? 0, wednesday ?? 0))
    expect(seqs(journal.currentDay())).toEqual([
      ...range(wednesday ?? 0, reopened.to),
      ...range(reopened.seq, golden.length + 1),
    ])
    expect(seqs(journal.leadingTo(reopened.seq))).toEqual(range(wednesday ?? 0, reopened.to))
    expect(seqs(journal.leadingTo(wednesday ?? 0))).toEqual([])
    expect(seqs(journal.eventsOfDayLabel('2026-11-23'))).toEqual(range(1, tuesday ?? 0))
  })

  it('joins the parts of a day that was opened twice', () => {
    const { journal } = filled()
    const opened = golden.find(({ event }) => event.type === 'day-opened')
    if (opened?.event.type !== 'day-opened') throw new Error('the golden journal begins with a day')
    const again = { ...opened, seq: golden.length + 1, event: { ...opened.event, numbers: { A: 2, D: 7 } } }
    journal.append({ records: [again] })
    expect(seqs(journal.eventsOfDayLabel('2026-11-23'))).toEqual([...range(1, tuesday ?? 0), again.seq])
  })

  it('reads a day longer than a page, and another one meanwhile', () => {
    const { journal } = filled()
    journal.append({ records: events(golden.length + 1, 2_500) })
    const reading = journal.currentDay()
    expect(reading.next().value).toMatchObject({ seq: wednesday })
    expect([...journal.dayBefore()]).toHaveLength((wednesday ?? 0) - (tuesday ?? 0))
    journal.append({ records: events(golden.length + 2_501, 1) })
    expect([...reading]).toHaveLength(golden.length + 2_501 - (wednesday ?? 0) - (reopened.seq - reopened.to))
  })

  it('names an event that is not JSON', () => {
    const { db, journal } = filled()
    db.exec('DROP TRIGGER events_stay')
    db.exec(`UPDATE events SET data = '{"visit":' WHERE seq = 3`)
    expect(thrown(() => [...journal.events(1)])).toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('event 3 is not JSON') as string,
    })
  })
})

describe('upcast', () => {
  it('makes an older event one of today, step by step, and leaves the others alone', () => {
    const { db } = filled()
    const upcast = makeUpcast([
      {
        type: 'missed',
        upcast: ({ counter, visit, step }) => ({ type: 'absent', who: { counter, visit, step } }),
      },
      { type: 'absent', upcast: (old) => ({ ...old, since: 'old' in old ? 'old' : 'v2' }) },
    ])
    const missed = golden.find(({ event }) => event.type === 'missed')
    const read = [...makeReader(db, upcast).events(1)]
    const others = golden.filter(({ event }) => event.type !== 'missed')
    expect(read.filter(({ event }) => (event.type as string) !== 'absent')).toEqual(others)
    expect(read[(missed?.seq ?? 0) - 1]?.event).toEqual({
      type: 'absent',
      who: { counter: 'loket-3', visit: 'v6', step: 'v6.1' },
      since: 'v2',
    })
  })

  it('does not apply an upcast to what a later one made', () => {
    const upcast = makeUpcast([
      { type: 'b', upcast: () => ({ type: 'c' }) },
      { type: 'a', upcast: () => ({ type: 'b' }) },
    ])
    expect([upcast({ type: 'a' }), upcast({ type: 'b' })]).toEqual([{ type: 'b' }, { type: 'c' }])
  })
})
