// A rush: more is called than can be announced. What nobody needs any more is not announced, and the next sound is
// made while one plays.
import { describe, expect, it } from 'vitest'
import { finish, hold, miss, start, undo } from '../rules/commands.ts'
import { display, playing, turnTimeByHand, zones } from './hall-of-zones.ts'

turnTimeByHand()

const three = async () => {
  const hall = await zones(display('tv', 'depan'))
  await hall.call('kk', 'loket-1')
  await hall.call('kk', 'loket-2')
  await hall.call('skck', 'loket-3')
  return hall
}

describe('[A14] a call that is over before its turn is not announced', () => {
  it.each([
    ['being served', [start('loket-2')]],
    ['done', [start('loket-2'), finish('loket-2')]],
    ['missed', [miss('loket-2')]],
    ['on hold', [hold('loket-2', 5)]],
  ])('%s', async (_status, commands) => {
    const { give, hear, hall, all, state } = await three()
    await give(...commands)
    // What plays is not cut off, and the queue keeps its order until a turn comes.
    expect(playing(hall).map(({ call }) => call?.counter)).toEqual(['loket-1'])
    await hear('loket-1', 'tv')
    expect(all()).toEqual([
      ['loket-1', 'heard', 'tv'],
      ['loket-3', 'playing', 'tv'],
    ])
    expect(state.said).toHaveLength(2)
    expect(state.failures).toEqual([])
  })

  it('not even where somebody sits down while its sound is made', async () => {
    const { give, hear, all, state, quiet } = await three()
    let ready = () => {}
    state.prepare = () =>
      new Promise((resolve) => {
        ready = () => resolve({ name: 'b.wav', seconds: 8 })
      })
    await hear('loket-1', 'tv')
    await give(start('loket-2'))
    ready()
    await quiet()
    ready()
    await quiet()
    expect(all().slice(1)).toEqual([['loket-3', 'playing', 'tv']])
  })

  it('but what plays is said to its end', async () => {
    const { give, hall } = await three()
    await give(start('loket-1'))
    expect(playing(hall).map(({ call }) => call?.counter)).toEqual(['loket-1'])
  })

  it('and whoever is called again before its turn is said', async () => {
    const { give, hear, hall } = await three()
    await give(start('loket-2'), undo('loket-2'))
    await hear('loket-1', 'tv')
    expect(playing(hall).map(({ call }) => call?.counter)).toEqual(['loket-2'])
  })

  it('goes on once the disk takes it', async () => {
    const { give, hear, hall, state, seconds } = await three()
    await give(start('loket-2'))
    await hear('loket-1', 'tv')
    state.full = true
    await hear('loket-3', 'tv')
    state.full = false
    await seconds(2.1)
    expect([...hall.announcements.values()].filter(({ status }) => status === 'pending')).toEqual([])
  })

  it('and is not counted among what waits', async () => {
    const { call, give, hear, state } = await three()
    await call('skck', 'loket-4')
    await give(start('loket-2'), start('loket-3'))
    await hear('loket-1', 'tv')
    // With four to announce it would be in one language.
    expect(state.said.at(-1)?.map(({ language }) => language)).toEqual(['id', 'en'])
  })
})

describe('[A15] the next sound is ready before the one that plays ends', () => {
  it('made while one plays, as it will be said, once', async () => {
    const { hear, state, sound } = await three()
    sound.look()
    const [next] = state.ahead
    expect(state.ahead.length).toBeGreaterThan(0)
    expect(next?.[0]).toMatch(/A, nol nol dua/)
    await hear('loket-1', 'tv')
    expect(state.said.at(-1)?.map(({ text }) => text)).toEqual(next)
    expect(new Set(state.ahead.map((texts) => texts.join())).size).toBe(state.ahead.length)
  })

  it('made again if it will be a different one', async () => {
    const { call, give, hear, state } = await three()
    await call('skck', 'loket-4')
    await give(start('loket-2'))
    await hear('loket-1', 'tv')
    const lastOf = (ahead: string[][]) => ahead.findLast((texts) => texts[0]?.includes('S, nol nol satu'))
    expect(lastOf(state.ahead)).toEqual(state.said.at(-1)?.map(({ text }) => text))
  })

  it('one at a time, and what is wanted when it is done', async () => {
    const { call, give, state, quiet } = await three()
    let done = () => {}
    state.makeAhead = () =>
      new Promise((resolve) => {
        done = resolve
      })
    const before = state.ahead.length
    await give(start('loket-2'))
    await call('bayar', 'loket-5')
    await call('bayar', 'loket-6')
    expect(state.ahead).toHaveLength(before + 1)
    done()
    await quiet()
    expect(state.ahead.length).toBeLessThanOrEqual(before + 2)
  })

  it('not where nobody could say it, nor in quiet hours', async () => {
    const { state, sound } = await three()
    const before = state.ahead.length
    state.displays = []
    sound.look()
    expect(state.ahead).toHaveLength(before)
  })
})
