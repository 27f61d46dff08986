// Heads that have broken servers before: each as bytes, for a connection on which no client tidies them up.
import type { Random } from '../property/prng.ts'
import type { Route } from './document.ts'

const long = (letter: string, length: number) => letter.repeat(length)
const asks = (kind: string) => `connection: upgrade\r\nupgrade: ${kind}\r\n`

/** Lines of a head. */
export const hostileHeaders: readonly string[] = [
  'accept-language: constructor\r\n',
  'accept-language: __proto__, in;q=0.1,constructor\r\n',
  `accept-language: ${'en,'.repeat(3_000)}\r\n`,
  'accept-language: \xff\xfe;q=\xa0\r\n',
  'accept-encoding: gzip;q=nan, *;q=0, constructor\r\n',
  'accept: \x80\r\nif-none-match: W/"\xff"\r\nif-modified-since: never\r\nif-range: "\r\n',
  'range: bytes=0-0,1-1,-1\r\n',
  'range: bytes=9999999999999999-\r\n',
  'cookie: antre_staff=__proto__; antre_device=constructor\r\n',
  'cookie: antre_staff=%ff%; antre_staff=;=;;;\r\n',
  `cookie: ${'a=b; '.repeat(2_000)}\r\n`,
  'origin: null\r\n',
  'origin: http://\xff.example\r\n',
  'x-forwarded-for: constructor, 999.1.1.1\r\nx-forwarded-proto: javascript\r\nx-forwarded-host: evil.example\r\n',
  'idempotency-key: __proto__\r\n',
  `idempotency-key: ${long('k', 9_000)}\r\n`,
  'idempotency-key: \xff\t\xff\r\n',
  'content-type: application/json; charset=constructor\r\n',
  'content-type: multipart/form-data; boundary=\xff\r\n',
  'content-length: 99999999999\r\n',
  'content-length: -1\r\n',
  'transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n',
  'transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n__proto__: x\r\n',
  'expect: 100-continue\r\n',
  'expect: the unexpected\r\n',
  'te: trailers\r\ntrailer: content-length\r\nconnection: te, close, constructor\r\n',
  asks('websocket'),
  `${asks('websocket')}sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n`,
  `${asks('WEBSOCKET')}sec-websocket-version: 99\r\nsec-websocket-key: constructor\r\n`,
  asks('h2c'),
  `${asks('anything, \xff')}content-length: 2\r\n`,
  'connection: upgrade\r\nupgrade:\r\n',
  `${Array.from({ length: 300 }, (_, nth) => `x-${nth}: ${nth}\r\n`).join('')}`,
  `x-long: ${long('x', 15_000)}\r\n`,
  'x-\xff: a\r\n',
  ' folded: a\r\n',
  'x-a : b\r\n',
  'host: second.example\r\n',
  '__proto__: polluted\r\nconstructor: polluted\r\n',
  'authorization: Basic \xff\r\nproxy: http://evil.example\r\nx-http-method-override: DELETE\r\n',
]

/** Values for a placeholder in an address. */
const names = [
  '%ff',
  '%c0',
  '%E0%A4%A',
  '%',
  '%00',
  '__proto__',
  'constructor',
  '..%2f..%2fetc%2fpasswd',
  long('n', 300),
  long('%41', 2_000),
  '\xff\xfe',
  '%F0%9F%91%BB',
] as const

/** What comes after an address. */
const ends = [
  '?%ff',
  '?__proto__=1&constructor=2',
  '?q[]=1&q=2&q[__proto__]=3',
  `?${'&'.repeat(5_000)}`,
  `?${'a=1&'.repeat(2_000)}`,
  '?topic=%E0%A4%A',
  '/',
  '//',
  '/%ff',
  ';a=b',
  '#part',
  '%3f',
] as const

const METHODS = [
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'CONNECT',
  'get',
  'PRI',
] as const

/** All hostile addresses of a route. */
export function hostilePaths({ path }: Pick<Route, 'path'>): string[] {
  const plain = path.replace(/\{\w+\}/g, 'a')
  const named = path.includes('{') ? names.map((name) => path.replace(/\{\w+\}/g, name)) : []
  return [
    ...named,
    ...ends.map((end) => plain + end),
    `//${plain}`,
    `http://evil.example${plain}`,
    plain.toUpperCase(),
    plain.replace('/api/', '/api/%ff/'),
  ]
}

/** One request as bytes. */
export function hostileRequest(
  { method }: Pick<Route, 'method'>,
  { path, headers, cookie, random }: { path: string; headers: string; cookie: string; random: Random },
): Buffer {
  const asked = random.oneIn(6) ? random.pick(METHODS) : method
  const host = random.oneIn(12) ? random.pick(['', 'host:\r\n', 'host: \xff\r\n']) : 'host: 127.0.0.1\r\n'
  const body = method !== 'GET' && random.oneIn(2) ? '{}' : ''
  const sized =
    body === '' || /content-|transfer-/.test(headers)
      ? ''
      : 'content-type: application/json\r\ncontent-length: 2\r\n'
  return Buffer.from(`${asked} ${path} HTTP/1.1\r\n${host}${cookie}${sized}${headers}\r\n${body}`, 'latin1')
}
