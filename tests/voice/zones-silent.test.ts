// A display that keeps silent, cannot be heard or goes: who speaks instead, and how long it is waited for.
import { expect, it } from 'vitest'
import { display, playing, turnTimeByHand, zones } from './hall-of-zones.ts'

turnTimeByHand()

it('that nobody hears is given up 3 s after the end, and another display speaks next', async () => {
  const { call, seconds, hear, all, hall } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  await call('kk', 'loket-2')
  await seconds(10.9)
  expect(all()[0]).toEqual(['loket-1', 'playing', 'tv'])
  await seconds(0.2)
  expect(all()).toEqual([
    ['loket-1', 'unheard', 'tv'],
    ['loket-2', 'playing', 'wide'],
  ])
  const [first] = hall.visits.values()
  expect(first?.steps[0]).toMatchObject({ call: { heard: false } })
  await hear('loket-2', 'wide')
  expect(all()[1]).toEqual(['loket-2', 'heard', 'wide'])
})

it('a display that was silent speaks again where it is the only one, and is trusted once it confirms', async () => {
  const { call, seconds, hear, all, state, sound } = await zones(display('tv', 'depan'))
  await call('kk', 'loket-1')
  await seconds(12)
  await call('kk', 'loket-2')
  expect(all().at(-1)).toEqual(['loket-2', 'playing', 'tv'])
  await hear('loket-2', 'tv', 'depan')
  state.displays = [display('tv', 'depan'), display('wide')]
  sound.look()
  await call('skck', 'loket-3')
  expect(all().at(-1)).toEqual(['loket-3', 'playing', 'tv'])
})

it('a display that says it can’t be heard passes it on at once, and is asked last from then on', async () => {
  const { call, all, sound, hall, quiet, hear } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  const [first] = playing(hall)
  sound.ready(first?.id ?? '', 'tv', 'blocked')
  await quiet()
  expect(all()).toEqual([['loket-1', 'playing', 'wide']])
  // What it reports now no longer matters.
  sound.started(first?.id ?? '', 'tv')
  await hear('loket-1', 'wide')
  await call('kk', 'loket-2')
  expect(all()[1]).toEqual(['loket-2', 'playing', 'wide'])
})

it('if the only display can’t be heard, it is waited for 5 s, in case somebody touches it', async () => {
  const { call, all, sound, hall, quiet, seconds, hear } = await zones(display('tv', 'depan'))
  await call('kk', 'loket-1')
  const [first] = playing(hall)
  sound.ready(first?.id ?? '', 'tv', 'blocked')
  await quiet()
  await seconds(4)
  sound.ready(first?.id ?? '', 'tv', 'blocked')
  await seconds(1.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv']])
  await call('kk', 'loket-2')
  const [second] = playing(hall)
  sound.ready(second?.id ?? '', 'tv', 'muted')
  await seconds(4)
  sound.started(second?.id ?? '', 'tv')
  await seconds(8)
  expect(all()[1]).toEqual(['loket-2', 'playing', 'tv'])
  await hear('loket-2', 'tv')
  expect(all()[1]).toEqual(['loket-2', 'heard', 'tv'])
})

it('a display that says when it begins, and does not, is waited for 5 s', async () => {
  const { call, all, sound, hall, seconds, hear } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  sound.ready(playing(hall)[0]?.id ?? '', 'tv', 'ready')
  await seconds(5.1)
  expect(all()).toEqual([['loket-1', 'playing', 'wide']])
  await hear('loket-1', 'wide')
})

it('a display that begins and dies in the middle passes it on, and the last one’s silence is known', async () => {
  const { call, all, sound, hall, seconds } = await zones(display('tv', 'depan'), display('tv-2', 'tengah'))
  await call('kk', 'loket-1')
  const id = playing(hall)[0]?.id ?? ''
  sound.ready(id, 'tv', 'ready')
  sound.started(id, 'tv')
  await seconds(10.9)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  await seconds(0.2)
  expect(all()).toEqual([['loket-1', 'playing', 'tv-2']])
  sound.started(id, 'tv-2')
  await seconds(11.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv-2']])
})

it('no more than three displays are asked to say the same', async () => {
  const { call, all, sound, hall, quiet } = await zones(
    ...['a', 'b', 'c', 'd'].map((id) => display(id, 'depan')),
  )
  await call('kk', 'loket-1')
  for (const id of ['a', 'b', 'c']) {
    sound.ready(playing(hall)[0]?.id ?? '', id, 'none')
    await quiet()
  }
  expect(all()).toEqual([['loket-1', 'playing', 'c']])
})

it('a display that goes has 4 s to come back, then another one speaks', async () => {
  const { call, all, state, sound, seconds } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  state.displays = [display('wide')]
  sound.look()
  await seconds(3.9)
  state.displays = [display('tv', 'depan'), display('wide')]
  sound.look()
  await seconds(2)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  state.displays = [display('wide')]
  sound.look()
  await seconds(4.1)
  expect(all()).toEqual([['loket-1', 'playing', 'wide']])
})

it('a full disk does not lose what should be passed on', async () => {
  const { call, all, sound, hall, quiet, seconds, state } = await zones(
    display('tv', 'depan'),
    display('wide'),
  )
  await call('kk', 'loket-1')
  state.full = true
  sound.ready(playing(hall)[0]?.id ?? '', 'tv', 'blocked')
  await quiet()
  await seconds(5.1)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  state.full = false
  await seconds(2.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv']])
})
