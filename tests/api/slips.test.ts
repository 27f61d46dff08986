import { describe, expect, it } from 'vitest'
import { slipPlan } from '../slip/slips.ts'
import { painter } from '../slip/painter.ts'
import { hallApp } from './hall-app.ts'

const publicUrl = 'https://antre.example'

describe('the slip as a picture', () => {
  it('is an SVG for the holder of the token, kept by nobody, that can load and run nothing', async () => {
    const { app, take } = await hallApp({ publicUrl, painter })
    const { visit } = await take(['kk'])
    const { statusCode, headers, body } = await app.inject(`/api/visits/${visit.token}/slip.svg`)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(body).toContain(`<title>${visit.number}</title>`)
    expect(body).toContain('font/woff2;base64,')
    expect(body).not.toContain("Noto Sans Balinese';font-weight")
  })

  it('brings the letters of Bali along where the slip has them', async () => {
    const { app, take } = await hallApp({ plan: slipPlan({ header: 'ᬓᬭᬂᬲᭂᬫ᭄' }), painter })
    const { visit } = await take(['kk'])
    const { body } = await app.inject(`/api/visits/${visit.token}/slip.svg`)
    expect(body).toContain("@font-face{font-family:'Noto Sans Balinese'")
  })

  it('is as wide as the paper of the printer that it goes to', async () => {
    const narrow = slipPlan({ paper: 58 })
    const { app, hall, take } = await hallApp({ plan: narrow, painter })
    const { visit } = await take(['kk'])
    const widthOf = async () =>
      /width="(\d+)mm"/.exec((await app.inject(`/api/visits/${visit.token}/slip.svg`)).body)?.[1]
    const { printer } = hall.visits.get(visit.id)?.slip ?? {}
    expect([printer, await widthOf()]).toEqual(['resepsionis', '58'])
  })

  it('is a PNG for an office printer', async () => {
    const { app, take } = await hallApp({ painter })
    const { visit } = await take(['kk'])
    const { statusCode, headers, rawPayload } = await app.inject(`/api/visits/${visit.token}/slip.png`)
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'image/png',
      'no-store',
    ])
    expect(rawPayload.subarray(1, 4).toString()).toBe('PNG')
    // 80 mm at 406 dpi.
    expect(rawPayload.readUInt32BE(16)).toBe(1280)
  })

  it('answers no-picture where nothing can draw it', async () => {
    const { take, ask } = await hallApp()
    const { visit } = await take(['kk'])
    const { status, code, headers } = await ask(`GET /api/visits/${visit.token}/slip.png`)
    expect([status, code, headers['retry-after']]).toEqual([503, 'no-picture', '5'])
  })

  it('is there for yesterday’s token too, and for no other', async () => {
    const { app, take, later, outcome } = await hallApp({ publicUrl, painter })
    const { visit } = await take(['kk'])
    later({ hours: 24 })
    await take(['kk'])
    expect((await app.inject(`/api/visits/${visit.token}/slip.svg`)).statusCode).toBe(200)
    for (const picture of ['slip.svg', 'slip.png', 'qr.svg']) {
      expect(await outcome(`GET /api/visits/${visit.token.slice(0, -1)}/${picture}`)).toBe(
        '404 unknown-visit',
      )
    }
  })
})

describe('the phone page’s address', () => {
  it('is in the answer to a ticket and in the view of the visit', async () => {
    const { take, does } = await hallApp({ publicUrl })
    const { visit } = await take(['kk'])
    const url = `${publicUrl}/t/${visit.token}`
    expect(visit).toMatchObject({ url })
    expect(await does(`GET /api/visits/${visit.token}`)).toMatchObject({ visit: { url } })
  })

  it('is a QR code by itself', async () => {
    const { app, take } = await hallApp({ publicUrl })
    const { visit } = await take(['kk'])
    const { statusCode, headers, body } = await app.inject(`/api/visits/${visit.token}/qr.svg`)
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
      'no-store',
    ])
    expect(body).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/)
  })

  it('is null, and its QR code missing, where the hall is not reached from outside', async () => {
    const { take, does, outcome } = await hallApp()
    const { visit } = await take(['kk'])
    expect(visit).toMatchObject({ url: null })
    expect(await does(`GET /api/visits/${visit.token}`)).toMatchObject({ visit: { url: null } })
    expect(await outcome(`GET /api/visits/${visit.token}/qr.svg`)).toBe('404 no-public-url')
  })
})
