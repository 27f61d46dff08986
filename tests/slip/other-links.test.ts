// Printers reached in other ways: a device file, an office printer, and none at all.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Device, deviceChannel, openDevice } from '../../server/slip/printers/device.ts'
import { fakeLink } from '../../server/slip/printers/link-to.ts'
import { conditionFromLpstat, lpLink } from '../../server/slip/printers/lp-link.ts'
import { rawLink } from '../../server/slip/printers/raw-link.ts'
import { idle, officePrinter } from './office-printer.ts'
import { quick } from './quick.ts'

const parts = { folder: '', told: () => {} }
const slip = Buffer.from('\x1b@A001\n')

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-slips-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
const fault = (code: string) => Object.assign(new Error(code), { code })

describe('a device file', () => {
  /** A device that takes a few bytes at a time, is busy in between, and answers what it is asked. */
  function device(answer: (ask: Buffer) => number[], broken?: string) {
    const taken: number[] = []
    const answers: number[][] = []
    let busy = false
    const it: Device = {
      write: async (bytes) => {
        if (broken !== undefined) throw fault(broken)
        busy = !busy
        if (busy) throw fault('EAGAIN')
        const some = Buffer.from(bytes.subarray(0, 5))
        taken.push(...some)
        answers.push(answer(some))
        return { bytesWritten: some.length }
      },
      read: async (buffer) => {
        const bytes = answers.shift()
        if (bytes === undefined) throw fault('EAGAIN')
        buffer.set(bytes)
        return { bytesRead: bytes.length }
      },
      close: async () => {},
    }
    return { taken: () => Buffer.from(taken).toString('latin1'), open: async () => deviceChannel(it) }
  }
  const status = (ask: Buffer) => (ask[0] === 0x10 ? [0x12] : ask[0] === 0x1d ? [0] : [])

  it('is given the slip in the pieces that it takes, and asked how it is', async () => {
    const { open, taken } = device(status)
    const link = rawLink({ ...parts, answers: true, pace: quick, open })
    expect(await link.print(slip, 'A001', false)).toEqual({ why: null, now: { state: 'ready', why: null } })
    expect(taken()).toContain('\x1b@A001\n')
  })

  it.each([
    ['ENOSPC', 'paper-out'],
    ['EIO', 'offline'],
    ['ENODEV', 'unreachable'],
  ])('%s is %s', async (code, why) => {
    const link = rawLink({ ...parts, answers: false, pace: quick, open: device(status, code).open })
    expect((await link.print(slip, 'A001', false)).why).toBe(why)
  })

  it('that is not there is unreachable, and no file comes of it', async () => {
    const path = join(folder(), 'lp0')
    const link = rawLink({ ...parts, answers: true, pace: quick, open: () => openDevice(path) })
    expect(await link.look()).toEqual({ state: 'offline', why: 'unreachable' })
    expect(existsSync(path)).toBe(false)
  })

  it('takes the bytes as they are', async () => {
    const { open, taken } = device(() => [])
    const link = rawLink({ ...parts, answers: false, pace: quick, open })
    expect((await link.print(slip, 'A001', false)).why).toBeNull()
    expect(taken()).toBe('\x1b@A001\n\x1b@')
  })

  it('is a file that somebody named by mistake: unreachable, and the file stays as it was', async () => {
    const path = join(folder(), 'antre.db')
    writeFileSync(path, 'a year of numbers')
    const link = rawLink({ ...parts, answers: false, pace: quick, open: () => openDevice(path) })
    expect((await link.print(slip, 'A001', false)).why).toBe('unreachable')
    expect(readFileSync(path, 'latin1')).toBe('a year of numbers')
  })
})

describe('an office printer', () => {
  const office = (answers = true) => {
    const cups = officePrinter()
    return { cups, link: lpLink({ ...parts, answers, queue: 'kantor', commands: cups.commands }) }
  }

  it.each([
    ['ready', null, idle],
    [
      'ready',
      null,
      'printer kantor now printing kantor-7.  enabled since Tue 24 Nov 2026\n\tAlerts: job-printing',
    ],
    ['near-end', null, idle.replace('none', 'media-low-warning')],
    ['paper-out', 'paper-out', idle.replace('none', 'media-empty-error media-needed-error')],
    ['cover-open', 'cover-open', idle.replace('none', 'cover-open')],
    ['offline', 'offline', idle.replace('none', 'offline-report')],
    ['offline', 'offline', 'printer kantor disabled since Tue 24 Nov 2026 -\n\tPaused'],
    ['error', 'error', idle.replace('none', 'media-jam-error')],
    ['error', 'error', ''],
  ] as const)('is %s (%s) when lpstat says so', (state, why, said) => {
    expect(conditionFromLpstat(said)).toEqual({ state, why })
  })

  it('prints, and the sheet is out when the job has left the queue', async () => {
    const { link, cups } = office()
    expect(await link.print(slip, 'A001', false)).toEqual({ why: null, now: { state: 'ready', why: null } })
    expect(cups.jobs()).toEqual(['kantor-7'])
  })

  it('cancels what does not come out', async () => {
    const { link, cups } = office()
    cups.says(idle, true)
    const printed = link.print(slip, 'A001', false)
    await expect.poll(cups.jobs).toEqual(['kantor-7'])
    cups.says(idle.replace('none', 'media-empty-error'), true)
    expect((await printed).why).toBe('paper-out')
    expect(cups.jobs()).toEqual([])
  })

  it('that is not asked has printed what it took', async () => {
    const { link, cups } = office(false)
    cups.says(idle, true)
    expect((await link.print(slip, 'A001', false)).why).toBeNull()
  })

  it('is unreachable on a PC without CUPS', async () => {
    const link = lpLink({ ...parts, answers: true, queue: 'kantor', commands: folder() })
    expect(await link.look()).toEqual({ state: 'offline', why: 'unreachable' })
    expect((await link.print(slip, 'A001', false)).why).toBe('unreachable')
  })
})

describe('no printer at all', () => {
  it('draws into a folder, says where, and keeps the last fifty', async () => {
    const dir = join(folder(), 'slips')
    const said: string[] = []
    const link = fakeLink({ folder: dir, told: (message) => said.push(message), printer: 'palsu' })
    for (let slips = 1; slips <= 52; slips++) await link.print(slip, `A0${slips}`, false)
    const files = readdirSync(dir).toSorted()
    expect(files).toHaveLength(50)
    expect(files[0]).toMatch(/-palsu-A03\.png$/)
    expect(said.at(-1)).toContain(files.at(-1))
  })

  it('fails where the folder can’t be written', async () => {
    const dir = join(folder(), 'slips')
    writeFileSync(dir, 'a file')
    const link = fakeLink({ ...parts, folder: dir, printer: 'palsu' })
    expect((await link.print(slip, 'A001', false)).why).toBe('error')
  })
})
