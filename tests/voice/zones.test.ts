// Who speaks for which zone, and whose turn it is.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import { close, callNext, finish, start, take } from '../rules/commands.ts'
import { display, turnTimeByHand, zones } from './hall-of-zones.ts'

turnTimeByHand()

it('one display of the whole hall speaks for one zone after the other', async () => {
  const { call, hear, all } = await zones(display('tv'))
  await call('kk', 'loket-1')
  await call('bayar', 'loket-5')
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv'],
    ['loket-5', 'pending', null],
  ])
  await hear('loket-1', 'tv')
  expect(all()).toEqual([
    ['loket-1', 'heard', 'tv'],
    ['loket-5', 'playing', 'tv'],
  ])
})

it('calls that come in one moment in two zones do not both get the only display', async () => {
  const { give, all } = await zones(display('tv'))
  await give(take('a', ['kk']), take('b', ['bayar']))
  await Promise.all([give(callNext('loket-1')), give(callNext('loket-5'))])
  expect(all().map(([, status]) => status)).toEqual(['playing', 'pending'])
})

it('a display that shows the whole hall waits until its board is free', async () => {
  const { call, hear, all } = await zones(display('tv'), display('tv-belakang', 'belakang'))
  await call('bayar', 'loket-5')
  await call('kk', 'loket-1')
  expect(all()).toEqual([
    ['loket-5', 'playing', 'tv-belakang'],
    ['loket-1', 'pending', null],
  ])
  await hear('loket-5', 'tv-belakang')
  expect(all().at(-1)).toEqual(['loket-1', 'playing', 'tv'])
})

it('zones with displays of their own speak at the same time', async () => {
  const { call, all } = await zones(display('tv-depan', 'depan'), display('tv-belakang', 'belakang'))
  await call('kk', 'loket-1')
  await call('bayar', 'loket-5')
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv-depan'],
    ['loket-5', 'playing', 'tv-belakang'],
  ])
})

it('the longest waiting is announced first, even if another zone has more to say', async () => {
  const { call, hear, all, state } = await zones(display('tv'))
  await call('kk', 'loket-1')
  state.now += 1000
  await call('bayar', 'loket-5')
  state.now += 1000
  await call('kk', 'loket-2')
  await hear('loket-1', 'tv')
  expect(all().map(([counter, status]) => [counter, status])).toEqual([
    ['loket-1', 'heard'],
    ['loket-5', 'playing'],
    ['loket-2', 'pending'],
  ])
})

it('a display that shows another zone’s board is not asked to speak', async () => {
  const { call, all, seconds } = await zones(
    display('tv', null, 'belakang'),
    display('tv-2', 'belakang', null),
  )
  await call('kk', 'loket-1')
  await seconds(5)
  expect(all()).toEqual([['loket-1', 'playing', null]])
})

it('the voice gets ready when a counter is free for the next visitor, and only if a display can speak', async () => {
  const { give, call, state } = await zones(display('tv'))
  const during = async (...commands: Command[]) => {
    const before = state.warmed
    await give(...commands)
    return state.warmed - before
  }
  await call('kk', 'loket-1')
  expect(await during(start('loket-1'))).toBe(0)
  expect(await during(finish('loket-1'))).toBe(1)
  expect(await during(callNext('loket-1'))).toBe(0)
  expect(await during(take('v9', ['kk']))).toBe(1)
  state.displays = []
  expect(await during(take('v10', ['kk']))).toBe(0)
})

it('the voice gets ready when the first display comes to an open hall', async () => {
  const { give, sound, state } = await zones()
  const before = state.warmed
  sound.look()
  expect(state.warmed - before).toBe(0)
  state.displays = [display('tv')]
  sound.look()
  expect(state.warmed - before).toBe(1)
  state.displays = [display('tv'), display('tv-2')]
  sound.look()
  expect(state.warmed - before).toBe(1)
  state.displays = []
  sound.look()
  for (const counter of [1, 2, 3, 4, 5, 6]) await give(close(`loket-${counter}`))
  state.displays = [display('tv')]
  sound.look()
  expect(state.warmed - before).toBe(1)
})
