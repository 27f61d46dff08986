import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { linkMs, repeatMs } from '../../server/access/devices.ts'
import { firstRun } from '../../server/access/first-run.ts'
import { migrate, migrations } from '../../server/store/schema.ts'
import { addressesAndLinks } from '../../server/store/schema/people.ts'
import { aMorning, minute, setUp } from './setup.ts'

const kiosk = { kind: 'kiosk', zone: null, label: 'Pintu timur' } as const
const display = { kind: 'display', zone: 'z1', label: null } as const

function enrolled() {
  const set = setUp()
  const { token } = set.access.devices.invite(kiosk)
  const done = set.access.devices.enrol(token)
  if (done === null) throw new Error('not enrolled')
  return { ...set, token, ...done, cookie: `antre_device=${done.key}` }
}

describe('an enrolment link', () => {
  it('makes a browser that device', () => {
    const { access, device, cookie } = enrolled()
    expect(access.who(cookie)).toMatchObject({
      staff: null,
      kiosk: { ...kiosk, id: device.id },
      display: null,
    })
  })

  it('repeats its answer for a quarter of an hour: the same device, and both cookies work', () => {
    const { access, clock, token, device, cookie } = enrolled()
    clock.now += repeatMs - 1
    const again = access.devices.enrol(token)
    expect(again?.device).toEqual(device)
    expect(access.who(`antre_device=${again?.key}`).kiosk).toEqual(device)
    expect(access.who(cookie).kiosk).toEqual(device)
  })

  it('is worth nothing after that, and repeating does not prolong it', () => {
    const { access, clock, token } = enrolled()
    clock.now += 10 * minute
    access.devices.enrol(token)
    clock.now += 5 * minute
    expect(access.devices.enrol(token)).toBeNull()
  })

  it('gives no more than five cookies: the first one goes', () => {
    const { access, clock, token, cookie } = enrolled()
    expect(access.who(cookie).kiosk).not.toBeNull()
    for (let nth = 1; nth <= 5; nth += 1) {
      clock.now += 1000
      access.devices.enrol(token)
    }
    expect(access.who(cookie).kiosk).toBeNull()
  })

  it('that nobody opened is good for a day', () => {
    const { access, clock } = setUp()
    const one = access.devices.invite(kiosk)
    const two = access.devices.invite(kiosk)
    clock.now += linkMs - 1
    expect(access.devices.enrol(one.token)).not.toBeNull()
    clock.now += 1
    expect(access.devices.enrol(two.token)).toBeNull()
  })

  it('of the first run is good for a day like any other', async () => {
    const { access, clock } = setUp()
    const folder = mkdtempSync(join(tmpdir(), 'antre-first-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const made = await firstRun(access, { folder, baseUrl: 'http://localhost:3000', managerName: 'Manajer' })
    const token = (url = '') => new URL(url).searchParams.get('enrol') ?? ''
    clock.now += linkMs - 1
    expect(access.devices.enrol(token(made?.enrol.kiosk))).not.toBeNull()
    clock.now += 1
    expect(access.devices.enrol(token(made?.enrol.display))).toBeNull()
    expect(access.devices.list().map((device) => device.kind)).toEqual(['kiosk'])
  })

  it('that an older Antre made for ever ended a day after it was made, once the data are of today', () => {
    const db = new Database(':memory:')
    const before = migrations.indexOf(addressesAndLinks)
    migrate(db, 0, migrations.slice(0, before))
    db.exec(`INSERT INTO device (id, kind, created_at) VALUES ('tv', 'display', ${aMorning});
      INSERT INTO device_link (hash, device, ends_at) VALUES (x'00', 'tv', NULL)`)
    migrate(db, before)
    const ends = db.prepare<[], number>('SELECT ends_at FROM device_link').pluck().get()
    expect(ends).toBe(aMorning + linkMs)
    db.close()
  })

  it('that was never made opens nothing', () => {
    expect(setUp().access.devices.enrol('x'.repeat(43))).toBeNull()
  })
})

describe('a device', () => {
  it('stays one for years', () => {
    const { access, clock, cookie } = enrolled()
    clock.now += 9 * 365 * 24 * 60 * minute
    expect(access.who(cookie).kiosk?.kind).toBe('kiosk')
  })

  it('is invalid once revoked: neither its cookie nor its link works', () => {
    const { access, device, token, cookie } = enrolled()
    expect(access.who(cookie).kiosk).not.toBeNull()
    expect(access.devices.revoke(device.id)).toBe(true)
    expect(access.who(cookie).kiosk).toBeNull()
    expect(access.devices.enrol(token)).toBeNull()
    expect(access.devices.revoke(device.id)).toBe(false)
  })

  it('and one of the other kind may share a browser, and each is revoked alone', () => {
    const { access, cookie, device } = enrolled()
    const both = access.enrol(access.devices.invite(display).token, cookie)
    const shared = `antre_device=${both?.cookie}`
    expect(access.who(shared)).toMatchObject({ kiosk: { id: device.id }, display: { id: both?.device.id } })
    access.devices.revoke(device.id)
    expect(access.who(shared)).toMatchObject({ kiosk: null, display: { id: both?.device.id } })
  })

  it('takes the place of another one of its kind in the same browser', () => {
    const { access, cookie } = enrolled()
    const next = access.enrol(access.devices.invite(kiosk).token, cookie)
    expect(access.who(`antre_device=${next?.cookie}`).kiosk?.id).toBe(next?.device.id)
    expect(next?.cookie.length).toBe(43)
  })

  it('and a person may share a browser', () => {
    const { access, cookie } = enrolled()
    expect(access.who(`antre_staff=${'x'.repeat(43)}; ${cookie}`)).toMatchObject({
      staff: null,
      kiosk: { kind: 'kiosk' },
    })
  })

  it('is listed with when it was last seen, also after the server starts again', () => {
    const { access, clock, cookie, device, db } = enrolled()
    const invited = access.devices.invite(display).device
    clock.now += minute
    access.who(cookie)
    access.flush()
    const stored = db.prepare('SELECT last_seen_at FROM device WHERE id = ?').pluck().get(device.id)
    expect(stored).toBe(clock.now)
    expect(access.devices.list()).toEqual([
      { ...display, id: invited.id, enrolledAt: null, lastSeenAt: null },
      { ...kiosk, id: device.id, enrolledAt: clock.now - minute, lastSeenAt: clock.now },
    ])
  })

  it('is listed no longer when its link ran out unused', () => {
    const { access, clock } = setUp()
    access.devices.invite(kiosk)
    clock.now += linkMs
    expect(access.devices.list()).toEqual([])
  })
})
