// A disk that refuses to write, seen by a real process: what was promised is there, and nothing else.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeJournal } from '../../server/store/journal/append.ts'
import { bundle, child, dataDir, events, open } from './helper.ts'

let built = ''
beforeAll(async () => {
  built = await bundle('fill-disk')
})
afterAll(() => rmSync(built, { recursive: true, force: true }))

it('keeps what was appended before a limit on the size of files was reached, no more and no less', async () => {
  const dir = dataDir()
  openDatabaseOnce(dir)
  const limited = `ulimit -f 512; exec "$0" "$@"`
  const filling = child('sh', ['-c', limited, process.execPath, join(built, 'fill-disk.mjs'), dir])
  const [first, second, promised] = (await filling.line()).split(' ')
  expect([first, second]).toEqual(['failing', 'failing'])
  expect(Number(promised)).toBeGreaterThan(0)

  const journal = makeJournal(open(dir))
  expect([...journal.events(1)].map(({ seq }) => seq)).toEqual(
    Array.from({ length: Number(promised) }, (_, index) => index + 1),
  )
  journal.append({ records: events(Number(promised) + 1, 100) })
  expect(journal.lastSeq()).toBe(Number(promised) + 100)
})

/** Makes the tables while there is no limit yet. */
function openDatabaseOnce(dir: string): void {
  open(dir).pragma('wal_checkpoint(TRUNCATE)')
}
