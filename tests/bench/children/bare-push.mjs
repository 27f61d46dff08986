// The bare broadcast that pushes are measured against: `ws` alone, one message of a given size to every socket when
// somebody posts. The one message to it has the size; it replies with its port.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

process.once('message', (/** @type {{ bytes: number }} */ { bytes }) => {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const server = createServer((request, answer) => {
    request.resume().once('end', () => {
      const id = String(performance.now())
      const message = Buffer.from(`{"type":"view","view":"${id}"}`.padEnd(bytes))
      answer.setHeader('content-type', 'application/json').end(JSON.stringify({ call: { id } }))
      for (const socket of sockets.clients) socket.send(message, { binary: false })
    })
  })
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.send('{"type":"view","view":null}')
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : null })
  })
})
