// Rules E: what applies to every command. The random days of tests/property check them for long sequences.
import { expect, it } from 'vitest'
import { Changes } from '../../server/hall/changes.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { evolve, fold } from '../../server/hall/rules.ts'
import { lookUp } from '../../server/hall/look-up.ts'
import { OldEvents } from '../../server/hall/old-events.ts'
import { asOnce } from '../journal/as-once.ts'
import { callNext, finish, hold, open, refer, release, start, take, undo } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

const story = () =>
  given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    take('a', ['kk', 'bayar']),
    callNext('loket-1'),
    start('loket-1'),
  )

it('[E1] a refusal changes nothing', () => {
  const told = story()
  const was = structuredClone({ ...told.hall, layout: null })
  const wrong = [take('b', ['kk', 'paspor']), callNext('loket-1'), refer('loket-1', 'kk'), undo('loket-2')]
  for (const command of wrong) expect(told.refusal(command)).not.toBeNull()
  expect(structuredClone({ ...told.hall, layout: null })).toEqual(was)
})

it('[E2] what could not be stored did not happen', () => {
  const told = story()
  const was = structuredClone({ ...told.hall, layout: null })
  const later = story()
  const mark = later.records.length
  later.does(refer('loket-1', 'akta', true))
  later.does(take('b', ['kk', 'ktp'], { priority: true }))
  later.does(callNext('loket-1'))
  later.does(hold('loket-1', 5))
  later.nextDay('08:00')
  const changes = new Changes()
  for (const recorded of later.records.slice(mark)) evolve(told.hall, changes, recorded)
  expect(told.hall.day).toBe('2026-11-25')
  changes.backTo()
  expect(structuredClone({ ...told.hall, layout: null })).toEqual(was)
})

it('[E3] the journal alone rebuilds the hall', () => {
  const told = story()
  told.does(finish('loket-1'))
  told.does(undo('loket-1'))
  told.does(hold('loket-1', 5))
  const journal = JSON.parse(JSON.stringify(told.records)) as Recorded[]
  expect(fold(journal, rulesPlan)).toEqual(told.hall)
})

it('[E3] the journal alone rebuilds the hall: also one of an older server, whose events said less', () => {
  const told = story()
  told.does(finish('loket-1', null, [], { comeBack: true }))
  for (const command of [open('loket-3'), release('loket-1', 'a'), callNext('loket-1'), start('loket-1')])
    told.does(command)
  told.does(refer('loket-1', 'skck', true))
  told.at('08:10').does(callNext('loket-3'))
  told.does(undo('loket-3'))
  told.does(callNext('loket-3'))
  expect(told.visit('a').steps.map(({ id }) => id)).toEqual(['a.1', 'a.2', 'a.3', 'a.4', 'a.5'])
  expect(told.present('loket-3')).toBe('a')
  const old = new OldEvents()
  for (const recorded of told.records) expect(old.complete(recorded)).toBe(recorded)
  expect(fold(told.records.map(asOnce), rulesPlan)).toEqual(told.hall)
})

it('[E3] the journal alone rebuilds the hall: an event that does not fit it is no event of its day', () => {
  const ended = story()
  ended.does(finish('loket-1'))
  for (const told of [story(), ended]) {
    const event = { type: 'step-cancelled', visit: 'a', step: 'a.1', because: 'asked' } as const
    const wrong = { ...(told.records.at(-1) as Recorded), seq: told.hall.seq + 1, event }
    expect(() => evolve(told.hall, new Changes(), wrong)).toThrow('step a.1 is')
  }
})

it('a name from outside finds only what a table has itself', () => {
  const table: Readonly<Record<string, string>> = { januari: 'Januari' }
  expect(lookUp(table, 'januari')).toBe('Januari')
  for (const name of ['constructor', '__proto__', 'toString', 'maret']) {
    expect(lookUp(table, name)).toBeUndefined()
  }
})
