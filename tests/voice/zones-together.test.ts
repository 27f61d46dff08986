// Several calls in one sound, when more wait than the plan allows.
import { expect, it } from 'vitest'
import type { Prepared } from '../../server/voice/voice.ts'
import { recall, undo } from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { display, eightSeconds, turnTimeByHand, zones } from './hall-of-zones.ts'

turnTimeByHand()

it('puts calls together where more wait than the plan wants, and each of them is heard', async () => {
  const { call, give, hear, state, all, hall } = await zones(display('tv', 'depan'))
  await give({
    type: 'revise-plan',
    plan: { ...rulesPlan, voice: { mostPending: 4 } },
    from: null,
  })
  for (const [service, counter] of [
    ['kk', 'loket-1'],
    ['kk', 'loket-2'],
    ['skck', 'loket-3'],
    ['skck', 'loket-4'],
  ] as const)
    await call(service, counter)
  await give(recall('loket-1'), recall('loket-1'))
  await hear('loket-1', 'tv')
  expect(all().map(([counter, status]) => [counter, status])).toEqual([
    ['loket-1', 'heard'],
    ['loket-2', 'playing'],
    ['loket-3', 'playing'],
    ['loket-4', 'playing'],
    ['loket-1', 'playing'],
    ['loket-1', 'pending'],
  ])
  expect(state.said.at(-1)).toEqual([
    {
      language: 'id',
      text: 'Nomor antrean, A, nol nol dua, ke loket dua; S, nol nol satu, ke loket tiga; S, nol nol dua, ke loket empat; A, nol nol satu, ke loket satu.',
    },
  ])
  await hear('loket-2', 'tv')
  expect(all().map(([, status]) => status)).toEqual(['heard', 'heard', 'heard', 'heard', 'heard', 'playing'])
  expect([...hall.sounds.values()].flat()).toHaveLength(1)
})

type Zones = Awaited<ReturnType<typeof zones>>

/** Four calls; while the first is announced, the others are to be combined. */
async function fourCalls(): Promise<Zones> {
  const hall = await zones(display('tv', 'depan'))
  await hall.give({ type: 'revise-plan', plan: { ...rulesPlan, voice: { mostPending: 2 } }, from: null })
  await hall.call('kk', 'loket-1')
  await hall.call('kk', 'loket-2')
  await hall.call('skck', 'loket-3')
  await hall.call('skck', 'loket-4')
  return hall
}

/** The announcements of the four calls once the first was heard and that of counter 3 was undone. */
const leftWithoutThree = [
  ['loket-1', 'heard'],
  ['loket-2', 'playing'],
  ['loket-4', 'pending'],
]

const lastSaid = ({ state }: Zones) =>
  state.said
    .at(-1)
    ?.map(({ text }) => text)
    .join()

it('announces the others again without it if one of them is undone', async () => {
  const hall = await fourCalls()
  const { give, hear, quiet } = hall
  await hear('loket-1', 'tv')
  await give(undo('loket-3'))
  await quiet()
  expect(hall.all().map(([counter, status]) => [counter, status])).toEqual(leftWithoutThree)
  expect(lastSaid(hall)).not.toMatch(/loket tiga/)
})

it('a call that is undone while the sound of several is made is not announced', async () => {
  const hall = await fourCalls()
  const { give, hear, state, quiet } = hall
  let ready: (prepared: Prepared) => void = () => {}
  state.prepare = () =>
    new Promise((resolve) => {
      ready = resolve
    })
  await hear('loket-1', 'tv')
  await give(undo('loket-3'))
  state.prepare = async () => eightSeconds
  ready(eightSeconds)
  await quiet()
  expect(hall.all().map(([counter, status]) => [counter, status])).toEqual(leftWithoutThree)
  expect(lastSaid(hall)).not.toMatch(/loket tiga/)
})
