// The guard against pages that reload in a loop.
import { describe, expect, it } from 'vitest'
import { reloadGuarded } from '../../screens/live.ts'

/** A page with storage that outlives reloads, and a wall clock. */
function page() {
  const kept = new Map<string, string>()
  const world = { clock: 1_700_000_000_000, reloads: 0 }
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
  }
  const ask = () =>
    reloadGuarded(
      () => storage,
      () => world.clock,
      () => (world.reloads += 1),
    )
  return { world, ask }
}

function blocked(): never {
  throw new Error('storage is blocked')
}

describe('the guard against reload loops', () => {
  it('lets one reload pass a minute', () => {
    const { world, ask } = page()
    expect([ask(), ask()]).toEqual([true, false])
    world.clock += 60_000
    expect(ask()).toBe(true)
    expect(world.reloads).toBe(2)
  })

  it('is not held shut by a clock that was set back', () => {
    const { world, ask } = page()
    ask()
    world.clock -= 86_400_000
    expect(ask()).toBe(true)
  })

  it('reloads nothing where the browser keeps nothing', () => {
    let reloads = 0
    expect(
      reloadGuarded(
        blocked,
        () => 0,
        () => (reloads += 1),
      ),
    ).toBe(false)
    expect(reloads).toBe(0)
  })
})
