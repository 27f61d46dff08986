import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from '../../server/access/password.ts'
import { newId, newPassword, newToken } from '../../server/access/secret.ts'
import { isWeak } from '../../server/access/weak.ts'

describe('a stored password', () => {
  it('carries its parameters, and opens to the right password alone', async () => {
    const stored = await hashPassword('lima ekor kucing', randomBytes)
    expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
    expect(await isPassword('lima ekor kucing', stored)).toBe(true)
    expect(await isPassword('lima ekor kucinh', stored)).toBe(false)
  })

  it('is salted: the same password twice is stored differently', async () => {
    const [one, other] = await Promise.all([
      hashPassword('sama', randomBytes),
      hashPassword('sama', randomBytes),
    ])
    expect(one).not.toBe(other)
  })

  it('made with other parameters still opens', async () => {
    // scrypt('password', 'NaCl', N=1024, r=8, p=16), the first 32 bytes: RFC 7914, 12
    const hash = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex')
    const stored = `$scrypt$ln=10,r=8,p=16$${Buffer.from('NaCl').toString('base64url')}$${hash.toString('base64url')}`
    expect(await isPassword('password', stored)).toBe(true)
  })

  it('is the same however the keyboard composes its letters', async () => {
    const stored = await hashPassword('kafe\u0301 pagi', randomBytes)
    expect(await isPassword('kaf\u00e9 pagi', stored)).toBe(true)
  })

  it('nobody has one for an unknown user, and asking is a no', async () => {
    expect(await isPassword('', null)).toBe(false)
  })
})

describe('a chosen password is refused', () => {
  it.each([
    ['too short', 'sembilan9'],
    ['among the commonest', 'Password123'],
    ['the user name', 'Dukcapil.Satu'],
    ['hardly any different characters', 'ababababababab'],
    ['longer than anybody types', 'x1y2z3'.repeat(40)],
  ])('when it is %s', (_why, password) => {
    expect(isWeak(password, 'dukcapil.satu')).toBe(true)
  })

  it('but not a sentence of one’s own', () => {
    expect(isWeak('pohon mangga tua', 'dukcapil.satu')).toBe(false)
  })
})

describe('what is handed out', () => {
  it('a first password has 80 random bits in letters that nobody mistakes', () => {
    expect(newPassword(() => Buffer.from('00443214c74254b635cf', 'hex'))).toBe('0123-4567-89ab-cdef')
    expect(newPassword(() => Buffer.alloc(10, 255))).toBe('zzzz-zzzz-zzzz-zzzz')
  })

  it('a token has 256 random bits and needs no escaping', () => {
    expect(newToken(randomBytes)).toMatch(/^[\w-]{43}$/)
    expect(newId(randomBytes)).toMatch(/^[0-9a-z]{16}$/)
  })
})
