// The reading half of a WebSocket (RFC 6455, 5.2) for thousands of them in one process: what a server sends is not
// masked and, from ours and `ws` alike, one frame a message.

const PING = 0x9

/**
 * A reader for one socket: give it the bytes as they come.
 * @param {(payload: Buffer) => void} message called with each message
 * @param {(answer: Buffer) => void} reply called with the answer to a ping
 * @returns {(chunk: Buffer) => void}
 */
export function frameReader(message, reply) {
  /** @type {Buffer} */
  let bytes = Buffer.alloc(0)
  return (chunk) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
    for (;;) {
      const frame = firstFrame(bytes)
      if (frame === null) return
      bytes = bytes.subarray(frame.end)
      if (frame.opcode === PING) reply(pong(frame.payload))
      else message(frame.payload)
    }
  }
}

/** @param {Buffer} bytes */
function firstFrame(bytes) {
  if (bytes.length < 2) return null
  const short = bytes.readUInt8(1)
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return null
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const end = start + length
  if (bytes.length < end) return null
  return { opcode: bytes.readUInt8(0) & 0x0f, payload: bytes.subarray(start, end), end }
}

/**
 * A client masks what it sends; zeros are a mask too.
 * @param {Buffer} payload of the ping, below 126 bytes
 */
const pong = (payload) => Buffer.concat([Buffer.from([0x8a, 0x80 | payload.length, 0, 0, 0, 0]), payload])
