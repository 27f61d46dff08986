// Equipment comes in stages: what each zone has, and what a counter knows of its zone.
import { expect, it } from 'vitest'
import type { ZoneEquipment } from '../../server/live/equipment.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

const zoneOf = async (hall: HallApp, id: string) =>
  (await hall.does<{ zones: ZoneEquipment[] }>('GET /api/devices', { as: 'manager' })).zones.find(
    ({ zone }) => zone === id,
  )
const report = (kind: string, more: object = {}) => ({ kind, version: '0.1.0', ...more })

it('[Q6] a hall runs without any of a zone’s devices: a zone with nothing, and with each thing that arrives, without a restart', async () => {
  const hall = await hallApp({ running: true })
  await listens(hall)
  const desk = look<CounterView>(hall, 'counter:loket-1', { as: 'ayu' })
  await desk.view(({ voice }) => voice === 'none')
  expect(await zoneOf(hall, 'depan')).toEqual({
    zone: 'depan',
    board: 'none',
    voice: 'none',
    kiosk: 'none',
    printer: 'none',
  })
  // Numbers are given and called all the same.
  await hall.act('ayu', 'open', 'loket-1')
  await hall.take(['kk'])
  await hall.act('ayu', 'call-next', 'loket-1')
  await desk.view(({ current, voice }) => current?.heard === null && voice === 'none')

  await hall.enrol('display', 'depan')
  await look(hall, 'board:depan', { as: 'display' }).view()
  await desk.view(({ voice }) => voice === 'speaks')
  expect(await zoneOf(hall, 'depan')).toMatchObject({ board: 'there', voice: 'speaks' })

  await hall.does('POST /api/devices/report', {
    as: 'display',
    body: report('display', { sound: 'blocked' }),
  })
  await desk.view(({ voice }) => voice === 'mute')
  expect(await zoneOf(hall, 'depan')).toMatchObject({ board: 'there', voice: 'mute' })

  const kiosk = await hall.enrol('kiosk', 'depan')
  expect(await zoneOf(hall, 'depan')).toMatchObject({ kiosk: 'there', printer: 'none' })
  expect(await zoneOf(hall, 'belakang')).toMatchObject({ kiosk: 'elsewhere' })

  const printer = {
    id: 'p1',
    name: { id: 'Pencetak', en: 'Printer' },
    link: { kind: 'fake' },
    paper: 80,
    answers: false,
    kiosks: [kiosk],
    counters: [],
    reception: true,
  }
  await hall.revise({ ...rulesPlan, printers: [printer] })
  // The printers follow the plan a moment later.
  await expect.poll(() => zoneOf(hall, 'depan')).toMatchObject({ kiosk: 'there', printer: 'there' })
  expect(await zoneOf(hall, 'belakang')).toMatchObject({ printer: 'elsewhere' })
})

it('[Q6] a hall runs without any of a zone’s devices: a device that fell silent is not there, and a sign over one desk is no board', async () => {
  const hall = await hallApp()
  await listens(hall)
  await hall.enrol('kiosk', 'depan')
  await hall.enrol('display', 'depan')
  await hall.does('POST /api/devices/report', { as: 'kiosk', body: report('kiosk') })
  await hall.does('POST /api/devices/report', { as: 'display', body: report('display') })
  expect(await zoneOf(hall, 'depan')).toMatchObject({ kiosk: 'there', board: 'there' })
  hall.later({ minutes: 2 })
  expect(await zoneOf(hall, 'depan')).toMatchObject({ kiosk: 'silent', board: 'silent' })
  const layout = { kind: 'counter', of: ['loket-5'] }
  const { url } = await hall.does<{ url: string }>('POST /api/devices', {
    as: 'manager',
    body: { kind: 'display', zone: 'belakang', layout },
  })
  await hall.does('POST /api/devices/enrol', { body: { token: new URL(url).searchParams.get('enrol') } })
  expect(await zoneOf(hall, 'belakang')).toMatchObject({ board: 'none' })
})
