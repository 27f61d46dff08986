// Visitors who only asked, in their tables. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import type { StoredOnlyAsked, Tap } from '../../reports/only-asked.ts'
import { safely } from '../errors.ts'
import { days, keys } from '../queries/only-asked.ts'
import { prepare } from '../statement.ts'

export function onlyAskedTable(db: Database): StoredOnlyAsked {
  const of = prepare(db, days.of)
  const add = prepare(db, days.add)
  const takeBack = prepare(db, days.takeBack)
  const dropEmpty = prepare(db, days.dropEmpty)
  const between = prepare(db, days.between)
  const keyOf = prepare(db, keys.of)
  const addKey = prepare(db, keys.add)
  const forget = prepare(db, keys.forget)
  const taps: readonly Tap[] = ['counted', 'taken-back']

  function note(day: string, key: Buffer | null, tap: Tap): void {
    forget.run({ day })
    if (key) addKey.run({ key, day, tap })
  }
  const together = <T>(work: () => T): T => safely(() => db.transaction(work).immediate())

  return {
    count: (day) => safely(() => of.get({ day })?.count ?? 0),
    known: (key) => safely(() => taps.find((tap) => tap === keyOf.get({ key })?.tap) ?? null),
    add: (day, key) =>
      together(() => {
        add.run({ day })
        note(day, key, 'counted')
      }),
    takeBack: (day, key) =>
      together(() => {
        if (takeBack.run({ day }).changes === 0) return false
        dropEmpty.run({ day })
        note(day, key, 'taken-back')
        return true
      }),
    between: ({ from, to }) => safely(() => between.all({ from, to })),
  }
}
