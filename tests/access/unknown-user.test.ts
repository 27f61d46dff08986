// Timing does not reveal user names: one that nobody has costs the same work as a wrong password, and its answer is
// held back as long.
import { beforeEach, expect, it, vi } from 'vitest'
import { hashPassword } from '../../server/access/password.ts'
import { signIn } from '../../server/access/sign-in.ts'
import { setUp } from './setup.ts'

const work: unknown[] = []
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  type Done = (error: Error | null, hash: Buffer) => void
  const scrypt = (secret: string, salt: Buffer, length: number, options: object, done: Done) => {
    work.push({ options, salt: salt.length, length })
    crypto.scrypt(secret, salt, length, { N: 16, r: 8, p: 1 }, done)
  }
  return { ...crypto, scrypt }
})
beforeEach(() => void work.splice(0))

it('an unknown user name is as much work as a wrong password, and slowed down alike', async () => {
  const { access } = setUp()
  const password = await hashPassword('pohon mangga tua', access.random)
  const wayan = { username: 'wayan', name: 'Wayan', role: 'officer', agency: 'dukcapil', password } as const
  access.staff.add({ ...wayan, mustChange: false })
  work.splice(0)
  const tries = async (username: string, address: string) => {
    const answers = []
    for (let nth = 0; nth < 8; nth++)
      answers.push(await signIn(access, { username, password: 'salah', address }))
    return { answers, work: work.splice(0) }
  }
  const known = await tries('wayan', '10.0.0.1')
  const unknown = await tries('nobody', '10.0.0.2')
  expect(unknown).toEqual(known)
  expect(known.work).toHaveLength(8)
  expect(known.work[0]).toMatchObject({ options: { N: 2 ** 15, r: 8, p: 3 } })
  expect(known.answers.at(-1)).toMatchObject({ refused: 'bad-credentials', slowDown: 400 })
})
