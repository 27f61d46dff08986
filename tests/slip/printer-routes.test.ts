// What the manager asks of printers, and the fake printer.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hallApp, type Somebody } from '../api/hall-app.ts'
import { painter } from './painter.ts'
import { becomes, hallWith, lines, printerAt, stateOf, take, withPrinters } from './printed-hall.ts'

describe('GET /api/printers and POST /api/printers/:id/test', () => {
  it('are for the manager', async () => {
    const { hall } = await hallWith()
    const everybody: Somebody[] = ['nobody', 'kiosk', 'ayu', 'spv', 'manager']
    const table = (ok: number) => ({
      nobody: '401 not-signed-in',
      kiosk: '403 not-allowed',
      ayu: '403 not-allowed',
      spv: '403 not-allowed',
      manager: ok,
    })
    expect(await hall.outcomes('GET /api/printers', {}, everybody)).toEqual(table(200))
    expect(await hall.outcomes('POST /api/printers/pintu/test', {}, everybody)).toEqual(table(200))
    expect(await hall.outcome('POST /api/printers/nobody/test', { as: 'manager' })).toBe(
      '404 unknown-printer',
    )
  })

  it('print a test page and say what became of it', async () => {
    const { hall, printer } = await hallWith()
    const test = () => hall.does('POST /api/printers/pintu/test', { as: 'manager' })
    expect(await test()).toMatchObject({ why: null, printer: { id: 'pintu', state: 'ready', gives: true } })
    expect(lines(printer)[0]).toContain('0123456789')
    printer.set({ paper: 'out' })
    expect(await test()).toMatchObject({ why: 'paper-out', printer: { state: 'paper-out', gives: false } })
    // Somebody is standing beside it: a printer that does not answer is sent the page all the same.
    printer.set({ paper: 'full', answers: 'never' })
    await expect.poll(async () => (await stateOf(hall)).state).toBe('unknown')
    expect(await test()).toMatchObject({ why: 'timeout', printer: { state: 'unknown' } })
    await expect.poll(() => printer.slips.length).toBe(2)
  })
})

describe('for rehearsals', () => {
  it('the fake printer draws slips into the data folder', async () => {
    const hall = await hallApp({
      plan: withPrinters(printerAt(1, { link: { kind: 'fake' }, reception: true })),
      painter,
    })
    const { visit } = await take(hall, 'ayu')
    await becomes(hall, visit.token, { status: 'printed' })
    expect(readdirSync(join(hall.dir, 'slips'))).toEqual([expect.stringMatching(/-pintu-A001\.png$/)])
  })
})
