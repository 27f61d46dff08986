// Before each test file: which mutant is alive, or a list of those that the file reaches.
import { appendFileSync, writeFileSync } from 'node:fs'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'

const { MUTANTS = '', MUTANT = '' } = process.env
const shared =
  /** @type {{ mutantIs?: (id: number) => boolean, mutantsMet?: Set<number>, slow?: boolean }} */ (globalThis)

if (!shared.mutantIs) {
  writeFileSync(join(MUTANTS, 'pid'), String(process.pid))
  const now = process.hrtime.bigint.bind(process.hrtime)
  const ends = now() + 120_000_000_000n
  let asked = 0
  shared.mutantIs =
    MUTANT === ''
      ? (id) => {
          shared.mutantsMet?.add(id)
          return false
        }
      : (id) => {
          // A fault may make a loop that never ends.
          if ((++asked & 0xfffff) === 0 && now() > ends) throw new Error('too long')
          return id === Number(MUTANT)
        }
  // Passwords are made slow on purpose; only the test of that depends on it.
  const scrypt = crypto.scrypt
  /** @type {(...given: Parameters<typeof scrypt>) => void} */
  const cheap = (secret, salt, length, options, done) =>
    scrypt(secret, salt, length, shared.slow ? options : { ...options, N: 16 }, done)
  Object.assign(crypto, { scrypt: cheap })
  syncBuiltinESMExports()
}
const path = expect.getState().testPath ?? ''
shared.slow = path.endsWith('access/password.test.ts')
if (MUTANT === '') {
  const own = new Set()
  shared.mutantsMet = own
  const tell = (/** @type {string} */ sort, /** @type {Iterable<number>} */ ids) =>
    appendFileSync(join(MUTANTS, 'met'), `${sort}\t${path}\t${[...ids].join(' ')}\n`)
  // What a module works out as it is loaded happens once for all files of this worker.
  beforeAll(() => tell('loaded', own))
  afterAll(() => tell('reached', own))
}
