// Costly answers take turns, so that tickets come in between.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createTurns } from '../../server/http/devices/slips.ts'

it('one in each turn of the loop, and too many at once get a no', async () => {
  const take = createTurns(3)
  const got: boolean[] = []
  for (let nth = 0; nth < 5; nth += 1) void take().then((may) => got.push(may))
  await Promise.resolve()
  expect(got).toEqual([false, false])
  const after: number[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    await nextTurn()
    after.push(got.filter(Boolean).length)
  }
  expect(after.at(-1)).toBe(3)
  expect(Math.max(...after.map((now, nth) => now - (after[nth - 1] ?? 0)))).toBe(1)
  expect(await take()).toBe(true)
})
