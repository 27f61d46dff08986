// Signing in to a slow server: in the morning all staff wait for their passwords to be checked.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { changePassword, signIn } from '../../counter-ui/session.ts'

const CHECKED_AFTER_MS = 7_000
const answer = {
  staff: { username: 'a', name: 'A', role: 'officer', agency: 'b' },
  at: '2026-01-05T00:00:00Z',
}
let asked: string[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', (path: string, { signal }: RequestInit) => {
    asked.push(path)
    return new Promise((resolve, reject) => {
      setTimeout(() => resolve(new Response(JSON.stringify(answer))), CHECKED_AFTER_MS)
      signal?.addEventListener('abort', () => reject(new Error('given up')))
    })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each([
  ['signing in', () => signIn('a', 'gerbang-candi')],
  ['a change of one’s own password', () => changePassword('gerbang-candi', 'candi-gerbang')],
])('%s waits for its turn, and asks once', async (_, asks) => {
  const outcome = asks()
  await vi.advanceTimersByTimeAsync(3 * CHECKED_AFTER_MS)
  expect(await outcome).toBeNull()
  expect(asked).toHaveLength(1)
})
