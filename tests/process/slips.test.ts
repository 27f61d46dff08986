// The plug is pulled while a slip is on its way: the start finds it, a visitor without a slip is not called, and the
// next paper for that number says that it is a copy.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { SlipState } from '../../server/live/view-parts.ts'
import { readEscPos } from '../slip/escpos-read.ts'
import { emulatedPrinter } from '../slip/printer.ts'
import { buildServer, emptyFolder, firstRunOf, freePort, kioskOf, post, start } from './server.ts'

const { program } = buildServer()

interface Taken {
  visit: { number: string; token: string }
  slip: SlipState
}

it('kill -9 between the number and its slip', { timeout: 60_000 }, async () => {
  const dataDir = emptyFolder()
  const env = { PORT: String(await freePort()) }
  const printer = await emulatedPrinter({ waits: true })
  const server = await start(program, dataDir, env)
  const { url } = server
  const kiosk = await kioskOf(url, dataDir)
  const manager = (await post(`${url}/api/session`, firstRunOf(dataDir).manager)).cookie

  const self = await fetch(`${url}/api/devices/self?kind=kiosk`, { headers: { cookie: kiosk } })
  const { device } = (await self.json()) as { device: { id: string } }
  const found = await fetch(`${url}/api/plan`, { headers: { cookie: manager } })
  const plan = (await found.json()) as Plan
  const ours: NonNullable<Plan['printers']>[number] = {
    id: 'pintu',
    name: { id: 'Pintu', en: 'Door' },
    link: { kind: 'network', host: '127.0.0.1', port: printer.port },
    paper: 80,
    answers: true,
    kiosks: [device.id],
    counters: [],
    reception: false,
  }
  const revised = await fetch(`${url}/api/plan`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'if-match': found.headers.get('etag') ?? '',
      cookie: manager,
    },
    body: JSON.stringify({ ...plan, printers: [ours] }),
  })
  expect(revised.status).toBe(200)

  const service = plan.services.find(({ phase }) => phase.status === 'open')?.id
  const headers = { cookie: kiosk, 'idempotency-key': randomUUID() }
  const { body } = await post(`${url}/api/visits`, { services: [service] }, headers)
  const { visit, slip } = body as unknown as Taken
  expect(slip).toMatchObject({ status: 'queued', printer: 'pintu' })
  // The printer has the bytes, and nothing has come out yet.
  await expect.poll(printer.waiting, { timeout: 10_000 }).toBeGreaterThan(100)
  await server.end('SIGKILL')

  const again = await start(program, dataDir, env)
  const slipNow = async () => {
    const answer = await fetch(`${url}/api/visits/${visit.token}`)
    return ((await answer.json()) as { visit: { slip: SlipState } }).visit.slip
  }
  expect(await slipNow()).toEqual({ status: 'failed', noted: false, printer: 'pintu', why: 'restart' })

  printer.set({ waits: false })
  const asked = await post(`${url}/api/visits/${visit.token}/slip`, {}, { cookie: kiosk })
  expect(asked.body).toMatchObject({ slip: { status: 'queued' } })
  await expect.poll(slipNow, { timeout: 10_000 }).toMatchObject({ status: 'printed', why: null })
  // The first came out after all: two slips for one number, and the second says so.
  const slips = printer.slips.map((bytes) => readEscPos(bytes, 576).lines.join('\n'))
  expect(slips.map((text) => [text.includes(visit.number), /SALINAN/i.test(text)])).toEqual([
    [true, false],
    [true, true],
  ])
  expect(await again.end('SIGTERM')).toBe(0)
  await expect.poll(printer.open).toBe(0)
})
