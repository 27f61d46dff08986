import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, weakness } from '../../server/access/password.ts'
import { newId, newPassword, newToken } from '../../server/access/secret.ts'

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

describe('a chosen password', () => {
  const here = {
    username: 'dukcapil.satu',
    names: ['Ni Luh Sudiasih', 'Bali', 'Mal Pelayanan Publik Karangasem', 'dukcapil', 'Dinas Kependudukan'],
  }

  it.each([
    ['too-short', 'sembilan9'],
    ['too-short', '🐟🐟🐠🐠🐡🐡🦈🐙🐚'],
    ['too-long', 'x1y2z3'.repeat(40)],
    ['common', 'Password123'],
    ['common', 'qwertyuiop'],
    ['common', 'bismillah123'],
    ['common', 'P@ssw0rd2026!'],
    ['common', '!!Sunshine!!'],
    ['common', '!!!Sunshine!!!'],
    ['common', 'jakartajakarta'],
    ['known-here', 'Dukcapil.Satu'],
    ['known-here', 'karangasem2026'],
    ['known-here', 'Dukcapil-Karangasem'],
    ['known-here', 'sudiasih123'],
    ['known-here', 'bali-24680'],
    ['too-plain', 'ababababababab'],
    ['too-plain', 'abcdefghijklm'],
    ['too-plain', '9876543210'],
    ['too-plain', 'aku1aku1aku1'],
    ['too-plain', 'kuikiukuuiki'],
  ])('is refused as %s: %s', async (why, password) => {
    expect(await weakness(password, here)).toBe(why)
  })

  it.each([
    'pohon mangga tua',
    'kopi pahit di karangasem',
    'kucing tetangga makan ikan',
    'xkqvzjwpbm',
    'kusikisukisu',
    '!!!!Sunshine!!!',
    '86420-97531password',
    'ᬓᬸᬘᬶᬂ ᬫᬾᬫᬾᬂ ᬧᬸᬢᬶᬄ',
    ' spasi di tepi ',
    'a'.repeat(3) + ' panjang sekali '.repeat(12),
  ])('is good, whatever it is made of: %s', async (password) => {
    expect(await weakness(password, here)).toBeNull()
  })

  it.each([[['Karang', 'Karangasem']], [['Karangasem', 'Karang']]])(
    'is known here as the longest word in it, in whatever order the words are: %j',
    async (names) => {
      expect(await weakness('karangasem2026', { username: 'wayan', names })).toBe('known-here')
    },
  )

  it('is looked for among tens of thousands', async () => {
    const { default: text } = await import('../../server/access/common/passwords.txt?raw')
    const lines = text.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(36_000)
    expect(new Set(lines).size).toBe(lines.length)
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
