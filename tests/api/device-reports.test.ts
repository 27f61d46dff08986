// Kiosks report how they are; the hall's staff are told when one falls silent.
import { expect, it } from 'vitest'
import type { ReceptionView } from '../../server/live/reception.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { type Given, hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

const line = 'POST /api/devices/report'
const body = { kind: 'kiosk', version: '0.1.0', screen: { width: 1080, height: 1920 } }

async function withKiosk(): Promise<HallApp & { kiosk: string }> {
  const hall = await hallApp()
  await listens(hall)
  return { ...hall, kiosk: await hall.enrol('kiosk', 'depan') }
}
const attentionIn = async (hall: HallApp) =>
  (await look<ReceptionView>(hall, 'reception', { as: 'ayu' }).view()).attention
const listed = async (hall: HallApp) =>
  (await hall.does<{ devices: { report: unknown }[] }>('GET /api/devices', { as: 'manager' })).devices

it('[Q1] a device reports every minute how it is: a kiosk or display says how it is, for itself alone', async () => {
  const hall = await withKiosk()
  await hall.enrol('display')
  const everybody = ['nobody', 'kiosk', 'display', 'ayu', 'spv', 'manager'] as const
  const none = {
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
    manager: '403 not-allowed',
  }
  expect(await hall.outcomes(line, { body }, [...everybody])).toEqual({
    ...none,
    kiosk: 200,
    display: '404 unknown-device',
  })
  expect(await hall.outcomes(line, { body: { ...body, kind: 'display' } }, [...everybody])).toEqual({
    ...none,
    kiosk: '404 unknown-device',
    display: 200,
  })
})

it.each([
  {},
  { kind: 'kiosk' },
  { ...body, kind: 'board' },
  { ...body, clock: 'now' },
  { ...body, clock: -1 },
  { ...body, clock: 1.5 },
  { ...body, clock: 1e15 },
  { ...body, memoryMb: -1 },
  { ...body, sound: 'loud' },
  { ...body, version: 'x'.repeat(41) },
  { ...body, screen: { width: 0, height: 1 } },
  { ...body, more: 1 },
])('%j is none', async (wrong) => {
  const hall = await withKiosk()
  expect(await hall.outcome(line, { as: 'kiosk', body: wrong })).toBe('400 bad-request')
})

it('[Q1] a device reports every minute how it is: the manager sees what the kiosk said last, and when', async () => {
  const hall = await withKiosk()
  expect(await listed(hall)).toMatchObject([{ report: null }])
  await hall.does(line, { as: 'kiosk', body: { kind: 'kiosk', version: '0.0.9' } })
  expect(await listed(hall)).toMatchObject([{ report: { version: '0.0.9', screen: null } }])
  hall.later({ seconds: 60 })
  await hall.does(line, { as: 'kiosk', body })
  expect(await listed(hall)).toMatchObject([
    { report: { at: '2026-11-24T01:01:00.000Z', version: '0.1.0', screen: body.screen } },
  ])
})

it('[Q2] a device that falls silent is missed within two minutes: a kiosk that was not heard of for two minutes needs attention, until it is heard again', async () => {
  const hall = await withKiosk()
  await hall.does(line, { as: 'kiosk', body })
  hall.later({ seconds: 119 })
  expect(await attentionIn(hall)).toEqual([])
  hall.later({ seconds: 1 })
  expect(await attentionIn(hall)).toEqual([
    {
      kind: 'kiosk-silent',
      device: hall.kiosk,
      of: 'kiosk',
      printer: null,
      name: null,
      zone: 'depan',
      since: '2026-11-24T01:00:00.000Z',
    },
  ])
  const reception = look<ReceptionView>(hall, 'reception', { as: 'ayu' })
  await reception.view(({ attention }) => attention.length === 1)
  await hall.does(line, { as: 'kiosk', body })
  await reception.view(({ attention }) => attention.length === 0)
})

it('[Q2] a device that falls silent is missed within two minutes: one that never said anything has two minutes from the server’s start', async () => {
  const hall = await withKiosk()
  expect(await attentionIn(hall)).toEqual([])
  hall.later({ minutes: 2 })
  expect(await attentionIn(hall)).toMatchObject([{ kind: 'kiosk-silent', since: null }])
})

it('[Q2] a device that falls silent is missed within two minutes: outside the hall’s hours a kiosk may sleep, and a revoked one is missed by nobody', async () => {
  const hall = await withKiosk()
  // 18.00, two and a half hours after the last visitor.
  hall.later({ hours: 9 })
  expect(await attentionIn(hall)).toEqual([])
  hall.later({ hours: 15 })
  expect(await attentionIn(hall)).toHaveLength(1)
  await hall.does(`DELETE /api/devices/${hall.kiosk}`, { as: 'manager' })
  expect(await attentionIn(hall)).toEqual([])
})

interface Listed {
  kind: string
  report: Record<string, unknown> | null
  sound: string | null
  troubles: string[]
}
const listedDisplay = async (hall: HallApp) =>
  (await hall.does<{ devices: Listed[] }>('GET /api/devices', { as: 'manager' })).devices.find(
    ({ kind }) => kind === 'display',
  )
const kindsIn = async (hall: HallApp) => (await attentionIn(hall)).map(({ kind }) => kind)

async function withDisplay(zone: string | null = 'depan', given: Given = {}) {
  const hall = await hallApp(given)
  await listens(hall)
  const id = await hall.enrol('display', zone)
  const says = (more: object) =>
    hall.does(line, { as: 'display', body: { kind: 'display', version: '0.1.0', ...more } })
  return { hall, id, says }
}

it('[Q1] a device reports every minute how it is: a display tells its sound, its clock and its memory, each where it can', async () => {
  const { hall, says } = await withDisplay()
  expect(await listedDisplay(hall)).toMatchObject({ report: null, sound: null, troubles: [] })
  await says({})
  expect(await listedDisplay(hall)).toMatchObject({
    report: { clockOffsetMs: null, memoryMb: null },
    sound: null,
  })
  await says({ clock: hall.clock.now + 1500, memoryMb: 12, sound: 'ready' })
  expect(await listedDisplay(hall)).toMatchObject({
    report: { clockOffsetMs: 1500, memoryMb: 12 },
    sound: 'ready',
    troubles: [],
  })
})

it('[Q3] the manager is told of what will go wrong before it does: a clock that is off by more than a minute, and too much memory, need attention', async () => {
  const { hall, says } = await withDisplay()
  await says({ clock: hall.clock.now - 60_000, memoryMb: 199 })
  expect(await kindsIn(hall)).toEqual([])
  await says({ clock: hall.clock.now - 60_001, memoryMb: 200 })
  expect(await kindsIn(hall)).toEqual(['memory-high', 'clock-off'])
  expect(await listedDisplay(hall)).toMatchObject({ troubles: ['memory-high', 'clock-off'] })
  // Three hours off, as a box without a battery is.
  await says({ clock: hall.clock.now + 3 * 3_600_000 })
  expect(await kindsIn(hall)).toEqual(['clock-off'])
  await says({ clock: hall.clock.now })
  expect(await kindsIn(hall)).toEqual([])
})

it('[Q3] the manager is told of what will go wrong before it does: a rehearsal’s clock puts no device’s clock in the wrong', async () => {
  const { hall, says } = await withDisplay('depan', { clockOffset: 7200 })
  await says({ clock: hall.clock.now })
  expect(await kindsIn(hall)).toEqual([])
})

it.each([86_400_000, -86_400_000])(
  '[Q3] the manager is told of what will go wrong before it does: a leap of the server’s clock by %i ms puts no device’s clock in the wrong',
  async (leapt) => {
    const { hall, says } = await withDisplay()
    await hall.take(['kk'])
    hall.clock.leapt = leapt
    await says({ clock: hall.clock.now })
    expect(await kindsIn(hall)).not.toContain('clock-off')
    hall.clock.leapt = 0
    await says({ clock: hall.clock.now - 120_000 })
    expect(await kindsIn(hall)).toContain('clock-off')
  },
)

it('[Q3] the manager is told of what will go wrong before it does: a page of another version needs attention when a day has passed', async () => {
  const { hall, says } = await withDisplay()
  hall.later({ hours: 23 })
  await says({ version: '0.0.9' })
  expect(await kindsIn(hall)).toEqual([])
  hall.later({ hours: 1 })
  await says({ version: '0.0.9' })
  expect(await kindsIn(hall)).toEqual(['version-old'])
  await says({ version: '0.1.0' })
  expect(await kindsIn(hall)).toEqual([])
})

it('[Q2] a device that falls silent is missed within two minutes: a display that falls silent needs attention, one that is connected but never reported does not', async () => {
  const { hall, id, says } = await withDisplay()
  const board = look(hall, 'board:depan', { as: 'display' })
  await board.view()
  hall.later({ minutes: 3 })
  expect(await kindsIn(hall)).toEqual([])
  await says({})
  hall.later({ minutes: 2 })
  expect(await attentionIn(hall)).toMatchObject([{ kind: 'display-silent', device: id, of: 'display' }])
})

it('[Q4] a display that can’t be heard is reported where no other one speaks: a display that can’t be heard needs attention where no other one speaks', async () => {
  const { hall, says } = await withDisplay()
  await look(hall, 'board:depan', { as: 'display' }).view()
  await says({ sound: 'blocked' })
  expect(await kindsIn(hall)).toEqual(['sound-off'])
  await hall.enrol('display', 'depan', 'display-second')
  await look(hall, 'board:depan', { as: 'display-second' }).view()
  expect(await kindsIn(hall)).toEqual([])
  const second = { kind: 'display', version: '0.1.0', sound: 'muted' }
  await hall.does(line, { as: 'display-second', body: second })
  expect(await kindsIn(hall)).toEqual(['sound-off', 'sound-off'])
  await says({ sound: 'ready' })
  expect(await kindsIn(hall)).toEqual([])
})

it('[Q5] a device whose place left the plan is named: a device whose place left the plan is told apart from one that is well', async () => {
  const { hall, says } = await withDisplay('tengah')
  await says({ sound: 'ready' })
  const counters = rulesPlan.counters.map((counter) => ({ ...counter, zone: 'depan' }))
  const zones = rulesPlan.zones.filter(({ id }) => id !== 'tengah')
  await hall.revise({ ...rulesPlan, zones, counters })
  expect(await kindsIn(hall)).toEqual(['place-gone'])
  expect(await listedDisplay(hall)).toMatchObject({ troubles: ['place-gone'] })
})
