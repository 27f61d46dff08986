// Kiosks say how they are; who looks after the hall is told when one falls silent.
import { expect, it } from 'vitest'
import type { ReceptionView } from '../../server/live/reception-views.ts'
import { hallApp, type HallApp } from './hall-app.ts'
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

it('a report is for kiosks alone', async () => {
  const hall = await withKiosk()
  await hall.enrol('display')
  expect(
    await hall.outcomes(line, { body }, ['nobody', 'kiosk', 'display', 'ayu', 'spv', 'manager']),
  ).toEqual({
    nobody: '401 not-signed-in',
    kiosk: 200,
    display: '403 not-allowed',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
    manager: '403 not-allowed',
  })
})

it.each([
  {},
  { kind: 'kiosk' },
  { ...body, kind: 'display' },
  { ...body, version: 'x'.repeat(41) },
  { ...body, screen: { width: 0, height: 1 } },
  { ...body, more: 1 },
])('%j is none', async (wrong) => {
  const hall = await withKiosk()
  expect(await hall.outcome(line, { as: 'kiosk', body: wrong })).toBe('400 bad-request')
})

it('the manager sees what the kiosk said last, and when', async () => {
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

it('a kiosk that was not heard of for two minutes needs attention, until it is heard again', async () => {
  const hall = await withKiosk()
  await hall.does(line, { as: 'kiosk', body })
  hall.later({ seconds: 119 })
  expect(await attentionIn(hall)).toEqual([])
  hall.later({ seconds: 1 })
  expect(await attentionIn(hall)).toEqual([
    {
      kind: 'kiosk-silent',
      device: hall.kiosk,
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

it('one that never said anything has two minutes from the server’s start', async () => {
  const hall = await withKiosk()
  expect(await attentionIn(hall)).toEqual([])
  hall.later({ minutes: 2 })
  expect(await attentionIn(hall)).toMatchObject([{ kind: 'kiosk-silent', since: null }])
})

it('outside the hall’s hours a kiosk may sleep, and a revoked one is missed by nobody', async () => {
  const hall = await withKiosk()
  // 18.00, two and a half hours after the last visitor.
  hall.later({ hours: 9 })
  expect(await attentionIn(hall)).toEqual([])
  hall.later({ hours: 15 })
  expect(await attentionIn(hall)).toHaveLength(1)
  await hall.does(`DELETE /api/devices/${hall.kiosk}`, { as: 'manager' })
  expect(await attentionIn(hall)).toEqual([])
})
