// A process that appends until the disk refuses, tries once more, and reports the outcome: two codes and the last
// `seq` that was promised.
import { makeJournal } from '../../../server/store/journal/append.ts'
import { StorageError } from '../../../server/store/errors.ts'
import { openDatabase } from '../../../server/store/open.ts'

const journal = makeJournal(openDatabase(process.argv[2] ?? ''))

function append(): string {
  const first = journal.lastSeq() + 1
  const records = Array.from({ length: 50 }, (_, index) => ({
    seq: first + index,
    at: first + index,
    day: '2026-11-24',
    by: 'system:slip' as const,
    key: null,
    hash: null,
    event: { type: 'slip-failed' as const, visit: `v${first + index}`, why: 'x'.repeat(200) },
  }))
  try {
    journal.append({ records })
    return ''
  } catch (error) {
    return error instanceof StorageError ? error.code : String(error)
  }
}

let told = ''
while (told === '') told = append()
process.stdout.write(`${told} ${append()} ${journal.lastSeq()}\n`)
