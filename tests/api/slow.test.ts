// Connections kept open on purpose: nothing sent, half a head, half a body, a byte now and then. Each is cut, and
// others are answered meanwhile.
import { once } from 'node:events'
import { type AddressInfo, type Socket, connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { ground } from './ground.ts'

const head = 'POST /api/try HTTP/1.1\r\nhost: antre.local\r\ncontent-type: application/json\r\n'

async function slowly(): Promise<(sent: string) => Promise<Socket>> {
  const { app } = await ground({ patience: { head: 150, request: 300, look: 30, stalled: 2_000 } })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return async (sent) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
    await once(socket, 'connect')
    socket.write(sent)
    return socket
  }
}

/** What the server said until it cut the connection. */
async function untilCut(socket: Socket): Promise<string> {
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => (said += text))
  // `once` would give up at the error of a write to a line that was cut meanwhile.
  await new Promise<void>((done) => {
    socket.once('close', () => done())
  })
  return said
}

it.each([
  ['nothing', ''],
  ['half a head', head],
  ['half a body', `${head}content-length: 50\r\n\r\n{"services":`],
  ['a body in pieces that never ends', `${head}transfer-encoding: chunked\r\n\r\n5\r\n{"ser\r\n`],
])(
  'who sends %s is cut without a word, which would be taken for the answer to the next request',
  async (_what, sent) => {
    const open = await slowly()
    const said = await untilCut(await open(sent))
    expect(said).toBe('')
    const quick = await open(`${head}content-length: 18\r\nconnection: close\r\n\r\n{"services":["a"]}`)
    expect(await untilCut(quick)).toMatch(/^HTTP\/1.1 200/)
  },
)

it('a client that sends a byte now and then is cut too', async () => {
  const open = await slowly()
  const socket = await open(`${head}content-length: 5000\r\n\r\n`)
  const drip = setInterval(() => socket.write(' '), 20)
  onTestFinished(() => clearInterval(drip))
  expect(await untilCut(socket)).toMatch(/^(HTTP\/1.1 4|$)/)
})

it('a hundred of them keep nobody waiting', async () => {
  const open = await slowly()
  const slow = await Promise.all(Array.from({ length: 100 }, () => open(head)))
  const quick = await open('GET /api/health HTTP/1.1\r\nhost: antre.local\r\nconnection: close\r\n\r\n')
  expect(await untilCut(quick)).toMatch(/^HTTP\/1.1 200/)
  await Promise.all(slow.map(untilCut))
})

it('a body that grows past its limit is refused while it is sent, and its line is cut', async () => {
  const { app } = await ground()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
  const piece = `1000\r\n${'x'.repeat(0x1000)}\r\n`
  for (let sent = 0; sent < 40; sent++) socket.write(piece)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(String(answer)).toMatch(/^HTTP\/1.1 413 /)
})
