// How much of a board banners and cards cover.
import { describe, expect, it } from 'vitest'
import { toldOf } from '../../display-ui/fit.ts'

const hall = {
  day: '2026-11-27',
  plan: 1,
  operation: 'regular',
  clockSuspect: false,
  clock: 'right',
  clockOffset: 0,
} as const
const suspect = { ...hall, clockSuspect: true }
const rehearsal = { ...hall, clockOffset: 60 }
const both = { ...suspect, clockOffset: 60 }

describe('a board with something above it', () => {
  it.each([
    ['nothing, while all is well', 'live', hall, 0],
    ['nothing, before the first view', 'connecting', null, 0],
    ['a line for the clock, and the place in one line', 'live', suspect, 1],
    ['a line for the rehearsal', 'live', rehearsal, 1],
    ['two for both', 'live', both, 2],
    ['a low one while it reconnects, and the place stays', 'reconnecting', hall, 1],
    ['never more than two', 'reconnecting', both, 2],
    ['two when it is stale', 'stale', hall, 2],
    ['two when it is stale, whatever else is told', 'stale', both, 2],
  ] as const)('gives up %s', (_what, freshness, state, above) => {
    expect(toldOf(freshness, null, state, false)).toEqual({ above, isNoted: false })
  })

  it('knows of the card over its foot', () => {
    expect(toldOf('live', 'not-allowed', hall, true)).toEqual({ above: 1, isNoted: true })
  })
})
