// A self-made certificate, with Node alone: X.509 written by hand (RFC 5280), as openssl may not be there.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OID = 0x06
const UTF8 = 0x0c
const UTC_TIME = 0x17
const TRUE = Buffer.from([0x01, 0x01, 0xff])

/** One element of DER: its tag, its length, its content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  const { length } = body
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const hex = (text: string) => Buffer.from(text, 'hex')
const commonName = der(OID, hex('550403'))
const subjectAltName = der(OID, hex('551d11'))
const basicConstraints = der(OID, hex('551d13'))
const ecdsaWithSha256 = der(SEQUENCE, der(OID, hex('2a8648ce3d040302')))

/** Seconds are enough: `261124010000Z`. */
function time(at: number): Buffer {
  const text = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '')
  return der(UTC_TIME, Buffer.from(text.slice(2)))
}

export interface MadePair {
  /** PEM. */
  readonly cert: string
  readonly key: string
}

/** A certificate for `localhost` and 127.0.0.1, signed by itself, good until `until` (milliseconds since 1970). */
export function makePair(name: string, until = Date.now() + 90 * 86_400_000): MadePair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const issuer = der(SEQUENCE, der(SET, der(SEQUENCE, commonName, der(UTF8, Buffer.from(name)))))
  const serial = Buffer.concat([Buffer.from([1]), createHash('sha256').update(spki).digest().subarray(0, 8)])
  const names = der(SEQUENCE, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))
  const extensions = der(
    0xa3,
    der(
      SEQUENCE,
      der(SEQUENCE, subjectAltName, der(OCTET_STRING, names)),
      der(SEQUENCE, basicConstraints, TRUE, der(OCTET_STRING, der(SEQUENCE, TRUE))),
    ),
  )
  const told = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, serial),
    ecdsaWithSha256,
    issuer,
    der(SEQUENCE, time(Math.min(Date.now(), until) - 86_400_000), time(until)),
    issuer,
    spki,
    extensions,
  )
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', told, privateKey))
  const whole = der(SEQUENCE, told, ecdsaWithSha256, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${(whole.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
